using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Phantom;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.External;

/// <summary>A corner of a phantom through a codec: coded, decoded, compared.</summary>
internal sealed class ExternalCase : IDisposable
{
    private readonly WorkFolder _work = new();
    private int _runs;

    private ExternalCase(IImageMethod method, BenchInput input)
    {
        Method = method;
        Input = input;
        Frames = [.. Enumerable.Range(0, input.Prepared.Frames.Count).Select(i =>
        {
            var frame = new byte[Format.FrameBytes];
            input.Prepared.Frames.Write(i, frame);
            return frame;
        })];
    }

    public IImageMethod Method { get; }

    public BenchInput Input { get; }

    /// <summary>As methods get them.</summary>
    public byte[][] Frames { get; }

    public FrameFormat Format => Input.Prepared.Frames.Format;

    /// <summary>Skips the test where a program is missing.</summary>
    public static async Task<ExternalCase> CreateAsync(MethodSetting setting, int columns, int rows, int slices, double spacing = 10)
    {
        var method = (IImageMethod)MethodCatalogue.Create(setting, policy: null);
        await RequireAsync(method);
        return new ExternalCase(method, InputFor(method.Facts, columns, rows, slices, spacing));
    }

    public static async Task RequireAsync(IBenchMethod method)
    {
        try
        {
            await method.IdentityAsync(default);
        }
        catch (ToolException e) when (e.Message.Contains("is not installed", StringComparison.Ordinal))
        {
            Skip.If(true, e.Message);
        }
    }

    public static MethodSetting Setting(string codec, params double[] grid) => new(codec, codec, [.. grid]);

    public async Task<(CodedCase Coded, string Folder)> EncodeAsync(double parameter)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_work.Path, $"run-{_runs++}")).FullName;
        return (await Method.EncodeAsync(Input, parameter, folder, default), folder);
    }

    public async Task<(byte[][] Frames, string Command)> DecodeAsync(string folder, int? frames = null)
    {
        var decoded = new List<byte[]>();
        var command = await Method.DecodeAsync(folder, Format, frames ?? Frames.Length, (i, frame) =>
        {
            Assert.Equal(decoded.Count, i);
            decoded.Add(frame.ToArray());
        }, default);
        return ([.. decoded], command);
    }

    /// <summary>Mean squared difference of two frames, in code values.</summary>
    public double Error(byte[] a, byte[] b)
    {
        Assert.Equal(a.Length, b.Length);
        var sum = 0.0;
        for (var i = 0; i < Format.LumaSamples; i++)
        {
            var difference = (double)Sample(a, i) - Sample(b, i);
            sum += difference * difference;
        }

        return sum / Format.LumaSamples;
    }

    public double Error(byte[][] decoded) => Frames.Zip(decoded, Error).Average();

    public int Largest(byte[] frame) => Enumerable.Range(0, Format.LumaSamples).Max(i => Sample(frame, i));

    public void Dispose() => _work.Dispose();

    private int Sample(byte[] frame, int i) => Format.BytesPerSample == 1 ? frame[i] : frame[2 * i] | (frame[(2 * i) + 1] << 8);

    public static BenchInput InputFor(MethodFacts facts, int columns, int rows, int slices, double spacing = 10)
    {
        var size = Math.Max(columns, rows);
        var options = new PhantomOptions { Size = size, Slices = slices, SliceSpacing = spacing };
        var whole = CtaPhantom.Create(options).Volume;
        var volume = new Volume(columns, rows, whole.Format, [.. Enumerable.Range(0, slices).Select(z => Corner(whole, z, columns, rows))])
        {
            Rescales = whole.Rescales,
            Padding = whole.Padding,
        };
        var headers = new SourceHeaders(SourceKind.Nifti, [], [.. Enumerable.Range(0, slices).Select(z => new SliceOrigin(0, z))]);
        var series = new ImageSeries("phantom", "phantom", "phantom", volume, headers, 0, []);
        var prepared = PreparedSeries.Of(series, facts.BitDepth, facts.IsWindowed ? (200, 1000) : null, null);
        return new BenchInput(prepared, new LabelMap(columns, rows, slices, new byte[columns * rows * slices], null));
    }

    private static ReadOnlyMemory<byte> Corner(Volume whole, int slice, int columns, int rows)
    {
        var stored = new int[whole.PixelsPerSlice];
        whole.ReadSlice(slice, stored);
        var (left, top) = ((whole.Columns - columns) / 2, (whole.Rows - rows) / 2);
        var part = new int[columns * rows];
        for (var y = 0; y < rows; y++)
        {
            stored.AsSpan(((top + y) * whole.Columns) + left, columns).CopyTo(part.AsSpan(y * columns));
        }

        var bytes = new byte[part.Length * whole.Format.Bytes()];
        Volume.Narrow(part, whole.Format, bytes);
        return bytes;
    }
}
