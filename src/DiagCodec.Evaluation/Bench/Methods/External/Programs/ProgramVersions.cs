using System.Text.RegularExpressions;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.External.Programs;

/// <summary>The programs that external codecs need, and how each tells its version.</summary>
public static partial class ProgramVersions
{
    /// <summary>Encoders of stills; ffmpeg is needed by all of diagcodec anyway. Their decoders come in the same packages.</summary>
    public static IReadOnlyList<string> Stills { get; } = ["cjpeg", "djpeg", "opj_compress", "opj_decompress", "cjxl", "djxl"];

    /// <param name="program">ffmpeg or one of <see cref="Stills"/>.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <returns>One line, such as: libjpeg-turbo version 2.1.5 (build 20230203).</returns>
    /// <exception cref="ToolException">It is not installed, or does not say.</exception>
    public static Task<string> AskAsync(string program, CancellationToken cancellation)
    {
        var (question, answer) = program switch
        {
            "ffmpeg" => ("-version", FfmpegLine()),
            "cjpeg" or "djpeg" => ("-version", FirstLine()),
            "opj_compress" or "opj_decompress" => ("-h", OpenJpegLine()),
            "cjxl" or "djxl" => ("--version", JpegXlLine()),
            _ => throw new ArgumentOutOfRangeException(nameof(program), program, "not one of the programs"),
        };
        return new ExternalProgram(program).VersionAsync([question], answer, cancellation);
    }

    [GeneratedRegex(@"^(ffmpeg version \S+)")]
    private static partial Regex FfmpegLine();

    [GeneratedRegex(@"^\s*(\S.*)")]
    private static partial Regex FirstLine();

    [GeneratedRegex(@"(openjp2 library v[\d.]*\d)")]
    private static partial Regex OpenJpegLine();

    /// <summary>Without the machine's instruction sets, which follow in brackets.</summary>
    [GeneratedRegex(@"([cd]jxl v\d[\d.]*\d)")]
    private static partial Regex JpegXlLine();
}
