using System.Text.Json;
using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.MainJob;

/// <summary>One DICOM series, encoded and decoded through the command line, and its video decoded by two independent programs.</summary>
internal sealed class RoundTrip : IDisposable
{
    private readonly Scratch _scratch;

    private RoundTrip(Scratch scratch, string source) => (_scratch, SourceFolder) = (scratch, source);

    public string SourceFolder { get; }

    public string Archive => _scratch.Path("series.dgc");

    public string DecodedFolder => _scratch.Path("decoded");

    public JsonElement Manifest => Archives.Manifest(Archive);

    /// <summary>What encode --json said.</summary>
    public required JsonElement Summary { get; init; }

    public required DicomFolder Source { get; init; }

    public required DicomFolder Decoded { get; init; }

    public static async Task<RoundTrip> MakeAsync(string? source)
    {
        var scratch = new Scratch();
        var folder = source ?? SmallInputs.Dicom(scratch);
        var result = await CommandLine.EncodeAsync(folder, scratch.Path("series.dgc"), "--verify", "--json");
        await CommandLine.DecodeAsync(scratch.Path("series.dgc"), scratch.Path("decoded"));
        return new RoundTrip(scratch, folder)
        {
            Summary = result.Json,
            Source = await DicomFolder.OpenAsync(folder),
            Decoded = await DicomFolder.OpenAsync(scratch.Path("decoded")),
        };
    }

    /// <summary>All frames of the archive's video, 16 bits a sample, by ffmpeg.</summary>
    public async Task<byte[]> FramesByFfmpegAsync()
    {
        using var own = new Scratch();
        await Tool.CheckedAsync("ffmpeg", "-v", "error", "-i", Video(own), "-f", "rawvideo", "-pix_fmt", "gray12le", own.Path("frames"));
        return await File.ReadAllBytesAsync(own.Path("frames"));
    }

    /// <summary>The same by libde265.</summary>
    public async Task<byte[]> FramesByLibde265Async()
    {
        using var own = new Scratch();
        await Tool.CheckedAsync("libde265-dec265", "-q", "-o", own.Path("frames"), Video(own));
        return await File.ReadAllBytesAsync(own.Path("frames"));
    }

    public void Dispose() => _scratch.Dispose();

    private string Video(Scratch own)
    {
        File.WriteAllBytes(own.Path("video.hevc"), Archives.Entry(Archive, "video.hevc"));
        return own.Path("video.hevc");
    }
}
