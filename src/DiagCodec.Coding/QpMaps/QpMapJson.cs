using System.Text.Json;
using System.Text.Json.Serialization;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.QpMaps;

/// <summary>{"diagcodec_qp_map":1,"block":64,"columns":8,"rows":8,"frames":[{"qp":32,"offsets":[0,-3,...]}, ...]}; offsets may be left out.</summary>
public static class QpMapJson
{
    public static void Write(TextWriter writer, QpMap map)
    {
        var document = new QpMapDocument(
            1,
            map.BlockSize,
            map.Columns,
            map.Rows,
            [.. map.Frames.Select(f => new QpMapFrame(f.FrameQp, f.HasOffsets ? [.. f.Offsets.Select(o => (int)o)] : null))]);
        writer.WriteLine(JsonSerializer.Serialize(document, QpMapJsonContext.Default.QpMapDocument));
    }

    /// <exception cref="InvalidInputException">The text is no such document; the message says where.</exception>
    public static QpMap Parse(string text, string source)
    {
        QpMapDocument? document;
        try
        {
            document = JsonSerializer.Deserialize(text, QpMapJsonContext.Default.QpMapDocument);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw new InvalidInputException($"{source}: not a QP map in JSON: {e.Message.ReplaceLineEndings(" ")}", e);
        }

        if (document is not { DiagcodecQpMap: 1 })
        {
            throw QpMapFault.At(source, "diagcodec_qp_map", "1", document is null ? "null" : $"{document.DiagcodecQpMap}");
        }

        if (document.Frames is null)
        {
            throw QpMapFault.At(source, "frames", "a list", "nothing");
        }

        if (document.Columns is < 1 or > 512 || document.Rows is < 1 or > 512)
        {
            throw QpMapFault.At(source, "columns and rows", "1 to 512 each", $"{document.Columns}, {document.Rows}");
        }

        var block = QpMapFault.CheckBlock(source, "block", document.Block);
        var blocks = document.Columns * document.Rows;
        return new QpMap(block, document.Columns, document.Rows, [.. document.Frames.Select((f, i) => ParseFrame(f, source, $"frame {i}", blocks))]);
    }

    private static FrameQps ParseFrame(QpMapFrame? frame, string source, string place, int blocks)
    {
        if (frame is null || (frame.Offsets is { } offsets && offsets.Length != blocks))
        {
            throw QpMapFault.At(source, place, $"a QP and none or {blocks} offsets", frame is null ? "null" : $"{frame.Offsets!.Length} offsets");
        }

        return new FrameQps(
            QpMapFault.CheckQp(source, place, frame.Qp),
            frame.Offsets is null ? [] : [.. frame.Offsets.Select(o => QpMapFault.CheckOffset(source, place, o))]);
    }
}

/// <summary>The JSON document.</summary>
internal sealed record QpMapDocument(int DiagcodecQpMap, int Block, int Columns, int Rows, QpMapFrame[] Frames);

/// <summary>One frame of the JSON document.</summary>
internal sealed record QpMapFrame(int Qp, int[]? Offsets);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(QpMapDocument))]
internal sealed partial class QpMapJsonContext : JsonSerializerContext;
