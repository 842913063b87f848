using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Encode;

/// <summary>Reads the statistics file of hevc-encoder: one JSON line per frame, then a summary.</summary>
internal static class X265Statistics
{
    /// <exception cref="ToolException">The file is not what the encoder promises.</exception>
    public static (ImmutableArray<FrameStatistics> Frames, X265Summary Summary) Read(string path, int expectedFrames)
    {
        var frames = ImmutableArray.CreateBuilder<FrameStatistics>(expectedFrames);
        X265Summary? summary = null;
        try
        {
            foreach (var line in File.ReadLines(path))
            {
                if (line.StartsWith("{\"summary\"", StringComparison.Ordinal))
                {
                    summary = JsonSerializer.Deserialize(line, X265StatisticsContext.Default.X265Summary);
                }
                else
                {
                    frames.Add(JsonSerializer.Deserialize(line, X265StatisticsContext.Default.FrameStatistics)!);
                }
            }
        }
        catch (Exception e) when (e is JsonException or IOException)
        {
            throw new ToolException($"the encoder's statistics cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }

        return summary is not null && frames.Count == expectedFrames
            ? (frames.ToImmutable(), summary)
            : throw new ToolException($"the encoder reported {frames.Count} frames of {expectedFrames}{(summary is null ? " and no summary" : "")}");
    }
}

/// <summary>The last line.</summary>
internal sealed record X265Summary(string Encoder, string Options, double CpuSeconds);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FrameStatistics))]
[JsonSerializable(typeof(X265Summary))]
internal sealed partial class X265StatisticsContext : JsonSerializerContext;
