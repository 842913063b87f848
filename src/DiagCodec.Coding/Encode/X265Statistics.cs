using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Encode;

/// <summary>Reads the statistics file of hevc-encoder: one JSON line per frame, then a summary.</summary>
internal static class X265Statistics
{
    /// <exception cref="ToolException">The file is missing, broken, or not about that many frames.</exception>
    public static (ImmutableArray<FrameStatistics> Frames, X265Summary Summary) Read(string path, int expectedFrames)
    {
        try
        {
            return Parse(File.ReadLines(path), expectedFrames);
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw new ToolException($"the encoder's statistics cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private static (ImmutableArray<FrameStatistics> Frames, X265Summary Summary) Parse(IEnumerable<string> lines, int expectedFrames)
    {
        var frames = ImmutableArray.CreateBuilder<FrameStatistics>(expectedFrames);
        X265Summary? summary = null;
        foreach (var line in lines)
        {
            if (line.StartsWith("{\"summary\"", StringComparison.Ordinal))
            {
                summary = JsonSerializer.Deserialize(line, X265StatisticsContext.Default.X265Summary);
                continue;
            }

            var frame = JsonSerializer.Deserialize(line, X265StatisticsContext.Default.FrameStatistics);
            frames.Add(frame?.Frame == frames.Count ? frame : throw new JsonException($"frame {frames.Count} expected, found {frame?.Frame}"));
        }

        return summary is not null && frames.Count == expectedFrames
            ? (frames.ToImmutable(), summary)
            : throw new ToolException($"the encoder reported {frames.Count} frames of {expectedFrames}{(summary is null ? " and no summary" : "")}");
    }
}

/// <summary>The last line.</summary>
/// <param name="Encoder">Name and version.</param>
/// <param name="Options">The full option string.</param>
/// <param name="CpuSeconds">User and system time.</param>
internal sealed record X265Summary(string Encoder, string Options, double CpuSeconds = 0);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(FrameStatistics))]
[JsonSerializable(typeof(X265Summary))]
internal sealed partial class X265StatisticsContext : JsonSerializerContext;
