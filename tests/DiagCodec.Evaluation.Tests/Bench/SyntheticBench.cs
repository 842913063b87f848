using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Tests.Bench;

/// <summary>
/// A bench of twelve methods with noisy, saturating curves: an anchor, six maps of the mask, five other codecs of which one is lossless,
/// and a point that failed. The same arguments give the same bench.
/// </summary>
internal static class SyntheticBench
{
    public const string Anchor = "x265 uniform";

    public const string Lossless = "JPEG-LS";

    public const string Twin = "x265 again";

    private const long Foreground = 40_000;

    private const int Side = 512;

    private const int Slices = 8;

    /// <summary>Name, allocator, what its bits are worth, what its windowed PSNR gains, whether the window is coded.</summary>
    private static readonly (string Name, string Codec, string? Allocator, double Worth, double Decibels, bool Window)[] Methods =
    [
        (Anchor, "x265", null, 1, 0, false),
        ("linear map", "x265", "linear", 1.14, -0.3, false),
        ("exponential map", "x265", "exponential", 1.05, -0.1, false),
        ("square map", "x265", "square", 1.08, -0.2, false),
        ("log map", "x265", "log", 1.19, -0.6, false),
        ("sqrt map", "x265", "sqrt", 1.17, -0.5, false),
        ("ROI map 0/+6 of 32 px", "x265", "roi", 1.27, -0.9, false),
        ("x265 default", "x265-default", null, 0.93, 0.4, true),
        ("HM 16.22", "hm", "uniform", 1.1, 0.8, false),
        ("x264 veryslow", "x264", null, 0.8, -1.2, true),
        ("JPEG 2000", "jpeg-2000", null, 0.62, -2.1, false),
        (Lossless, "jpeg-ls", null, 1, 0, false),
    ];

    private static readonly ImmutableArray<double> Qps = [12, 17, 22, 27, 32, 37, 42, 47];

    public static BenchFile Make(int cases = 10, bool failing = true, bool twin = false, double noise = 0.004, ulong seed = 1)
    {
        ImmutableArray<string> names = [.. Enumerable.Range(1, cases).Select(i => $"patient-{i}")];
        var all = twin ? [.. Methods, (Twin, "x265", null, 1, 0, false)] : Methods;
        var experiment = new Experiment
        {
            Schema = Experiment.CurrentSchema,
            Name = "maps-against-uniform",
            Title = "Do bits that follow the mask keep a diagnosis of the coronary arteries?",
            Data = new ExperimentData { Folder = "cta", Cases = names },
            Task = new ExperimentTask("coronary-cta"),
            Anchor = Anchor,
            Methods = [.. all.Select(m => new MethodSetting(m.Name, m.Codec, Grid(m.Name)) { Allocator = m.Allocator, Window = m.Window }), new MethodSetting("JPEG XL", "jpeg-xl", [1]) { Optional = true }],
            Tables = [new PublishedTableUse("paper-1", ["bd-rate", "bd-miou"], ImmutableDictionary<string, string>.Empty.Add("HEVC", Anchor).Add("Linear", "linear map").Add("JPEG XL", "JPEG XL"))],
            Seed = seed,
        };
        var commands = new CommandList();
        ImmutableArray<BenchPoint> points = [.. names.SelectMany((n, c) => all.SelectMany(m => Grid(m.Name).Select(q => commands.Add(Point(n, c, m, q, failing, noise), Commands(m.Codec, q)))))];
        return new BenchFile
        {
            Schema = BenchFile.CurrentSchema,
            Tool = "diagcodec 0.1.0",
            Experiment = experiment,
            Model = new BenchModel("coronary-cta", "plain", [new string('a', 64)], ["artery"], new ValueRange(-160, 640)),
            Cases = [.. names.Select((n, i) => new BenchCase(n, Hash(n), Side, Side, Slices, 12, 0, Counts(0.86 + (0.01 * (i % 4))), Foreground))],
            Methods = [.. all.Select(m => new BenchMethod(m.Name, $"{m.Codec}, {m.Allocator ?? "uniform"}", $"{m.Codec} 1.0 --preset medium", m.Name == Lossless ? "lossless" : "QP", m.Window, m.Name == Lossless))],
            Commands = commands.Lines,
            Points = points,
            Published = [new PublishedTable("paper-1", "A paper, Table I: BD-rate and BD-mIoU against HEVC", "somewhere, 2024", ["BD-rate, %", "BD-mIoU, points"], [new("HEVC", [0, 0]), new("Linear", [-12.5, 1.31]), new("Learned", [-21.25, null]), new("JPEG XL", [30, -2])]) { Notes = ["The second column is printed with a misplaced minus."] }],
        };
    }

    /// <summary>Both cases by all methods near one rate.</summary>
    public static ImmutableArray<BenchPicture> Pictures(BenchFile file, int columns = 192, int rows = 160) =>
        [.. file.Cases.Take(2).SelectMany(c => file.Methods.Select((m, i) => Picture(c.Name, m.Name, i, m.Name == Lossless ? 0 : 32, columns, rows)))];

    public static ClassAgreementCounts Counts(double dice)
    {
        var both = (long)Math.Round(Foreground * dice);
        return new ClassAgreementCounts([((long)Side * Side * Slices) - (2 * Foreground) + both, Foreground - both, Foreground - both, both]);
    }

    private static string[] Commands(string codec, double qp) => [$"{codec} --qp {qp} -o video.hevc frames.y4m", "ffmpeg -i video.hevc frames.y4m"];

    private static BenchPoint Point(
        string name, int number, (string Name, string Codec, string? Allocator, double Worth, double Decibels, bool Window) method, double qp, bool failing, double noise)
    {
        var point = new BenchPoint(name, method.Name, qp, Hash($"{name}/{method.Name}/{qp}"));
        if (failing && number == 2 && method.Name == "x264 veryslow" && qp >= 42)
        {
            return point with { Error = "x264 ended with exit code 139" };
        }

        var lossless = method.Name == Lossless;
        var rate = lossless ? 5.1 + (0.1 * number) : 4.2 * Math.Pow(2, -qp / 5.5) * (1 + (0.09 * (number % 5)));
        var worth = rate * (method.Worth + (0.05 * Random($"{name}{method.Name}")));
        var own = lossless ? 1 : Math.Clamp(1 - (0.02 * Math.Pow(worth, -0.55)) + (noise * Random(point.Key)), 0.02, 1);
        var psnr = 52 + (7.4 * Math.Log10(worth)) + method.Decibels;
        return point with
        {
            Figures = new PointFigures((long)(rate * Side * Side * Slices / 8), rate, method.Window ? 8 : 12, Hash(point.Key), Counts(own), Counts((0.88 + (0.01 * (number % 4))) * own), [])
            {
                WindowPsnr = lossless ? null : psnr - 9,
                Psnr = lossless ? null : psnr,
                WindowSsim = lossless ? 1 : 1 - (0.02 * Math.Pow(worth, -0.4)),
                ForegroundQp = lossless ? null : qp,
                BackgroundQp = lossless ? null : qp,
            },
            Times = new PointTimes(method.Allocator is null or "uniform" ? 0 : 0.012, 1.2 + rate, 0.3 + (rate / 8), 0.21, 3.4),
        };
    }

    private static BenchPicture Picture(string name, string method, int number, double parameter, int columns, int rows)
    {
        const int Block = 32;
        var (across, down) = ((columns + Block - 1) / Block, (rows + Block - 1) / Block);
        ImmutableArray<float> source = [.. Enumerable.Range(0, columns * rows).Select(i => Value(i % columns, i / columns))];
        ImmutableArray<byte> before = [.. source.Select(v => (byte)(v > 330 ? 1 : 0))];
        return new BenchPicture(
            name,
            method,
            parameter,
            3,
            columns,
            rows,
            source,
            [.. source.Select((v, i) => v + (method == Lossless ? 0 : (float)((4 + number) * Random($"{method}{i / 3}"))))],
            before,
            [.. source.Select((v, i) => (byte)(v + (9 * Random($"m{method}{i / 7}")) > 330 + (method == Lossless ? 0 : 2 * number) ? 1 : 0))])
        {
            Block = number is > 6 ? null : Block,
            Qps = number is > 6 ? [] : [.. Enumerable.Range(0, across * down).Select(b => 32 + (number == 0 ? 0 : (b * 7 % 13) - 6))],
        };

        float Value(int x, int y)
        {
            var (dx, dy) = ((x - (columns / 2.0)) / columns, (y - (rows / 2.0)) / rows);
            var body = (dx * dx) + (dy * dy) < 0.2 ? 40 + (60 * Math.Sin(x / 9.0) * Math.Cos(y / 7.0)) : -900;
            var vessel = Math.Abs(dy - (0.18 * Math.Sin(9 * dx))) < 0.035 && Math.Abs(dx) < 0.3 ? 330 : 0;
            return (float)(body + vessel + (8 * Random($"{x},{y}")));
        }
    }

    private static ImmutableArray<double> Grid(string method) => method == Lossless ? [0] : Qps;

    private static string Hash(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>-1 to 1, always the same for a text.</summary>
    private static double Random(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        return ((hash >> 11) / (double)(1UL << 52)) - 1;
    }
}
