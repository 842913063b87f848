using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Coding.Prepare;

namespace DiagCodec.Evaluation.Bench.Methods.External.Video;

/// <summary>An encoder library of ffmpeg with its options.</summary>
internal sealed record VideoCodec
{
    /// <summary>As ffmpeg calls the encoder.</summary>
    public required string Encoder { get; init; }

    /// <summary>How the encoder's own name and version begin where it signs its streams.</summary>
    public required string Signature { get; init; }

    /// <summary>ffmpeg's word for the raw stream: h264 or hevc.</summary>
    public required string Stream { get; init; }

    /// <summary>ffmpeg's options from the rate, after -c:v.</summary>
    public required Func<string, ImmutableArray<string>> Options { get; init; }

    /// <summary>The parameter as the options take it.</summary>
    public Func<double, FrameFormat, string> Rate { get; init; } = (parameter, _) => parameter.ToString(CultureInfo.InvariantCulture);

    /// <summary>ffmpeg's decoder gives monochrome H.264 as 4:2:0 with empty chroma.</summary>
    public bool DecodesWithChroma { get; init; }

    public string File => $"video.{Stream}";
}
