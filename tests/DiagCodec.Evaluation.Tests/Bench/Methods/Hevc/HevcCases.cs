using System.Security.Cryptography;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Methods.Hevc;
using DiagCodec.Imaging.Phantom;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;

/// <summary>Small phantoms with a square for a mask, and methods for them.</summary>
internal static class HevcCases
{
    public const int Size = 96;

    public static readonly TimeSpan Watchdog = TimeSpan.FromMinutes(2);

    public static BenchInput Phantom(int slices = 4, bool window = false, bool emptyMask = false)
    {
        var (volume, labels) = CtaPhantom.Create(new PhantomOptions { Size = Size, Slices = slices });
        var headers = new SourceHeaders(SourceKind.Nifti, [new byte[] { 1 }], [.. Enumerable.Range(0, slices).Select(z => new SliceOrigin(0, z))]);
        var series = new ImageSeries("phantom", "phantom", "CT", volume, headers, 1, []);
        (double Center, double Width)? range = window ? (300, 800) : null;
        var mask = new byte[Size * Size * slices];
        for (var i = 0; i < mask.Length; i++)
        {
            mask[i] = !emptyMask && i % Size is >= 32 and < 48 && i / Size % Size is >= 40 and < 60 ? (byte)2 : (byte)0;
        }

        return new BenchInput(PreparedSeries.Of(series, window ? 8 : null, range, null), new LabelMap(Size, Size, slices, mask, labels.Geometry));
    }

    public static MethodSetting Setting(string? allocator = null, double parameter = 32, string codec = "x265") =>
        new("under test", codec, [parameter]) { Allocator = allocator, Preset = codec == "x265" ? "fast" : null };

    public static IImageMethod Method(MethodSetting setting) => (IImageMethod)HevcCodecs.All.Single(c => c.Word == setting.Codec).Create(setting);

    /// <summary>Codes at the setting's first parameter.</summary>
    public static Task<CodedCase> EncodeAsync(MethodSetting setting, BenchInput input, string folder, CancellationToken cancellation = default) =>
        Method(setting).EncodeAsync(input, setting.Grid[0], folder, cancellation).WaitAsync(Watchdog, CancellationToken.None);

    /// <returns>Lower-case hex SHA-256 over all frames, their indices, and the command line.</returns>
    public static async Task<(string Hash, IReadOnlyList<int> Frames, string Command)> DecodeAsync(
        IImageMethod method, string folder, FrameFormat format, int frames)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var indices = new List<int>();
        var command = await method.DecodeAsync(
            folder,
            format,
            frames,
            (i, frame) =>
            {
                Assert.Equal(format.FrameBytes, frame.Length);
                indices.Add(i);
                hash.AppendData(frame.Span);
            },
            CancellationToken.None).WaitAsync(Watchdog);
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), indices, command);
    }
}
