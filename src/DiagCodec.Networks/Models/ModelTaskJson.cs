using System.Text.Json;
using System.Text.Json.Serialization;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Files;

namespace DiagCodec.Networks.Models;

/// <summary>Reads and writes task.json. Unknown, doubled and missing fields are refused, so that a misspelt one is never a default.</summary>
public static class ModelTaskJson
{
    private const long LongestFile = 1 << 20;

    /// <exception cref="InvalidInputException">The file is no such document. All faults of its fields
    /// are listed together; where there are none, all values out of range.</exception>
    public static ModelTask Read(string path)
    {
        var task = StrictJson.Read(path, ModelTaskContext.Default.ModelTask, ModelTask.CurrentSchema, LongestFile);
        StrictJson.Refuse(path, ModelTaskCheck.Find(task));
        return task;
    }

    /// <exception cref="ArgumentException">Values are out of range; all are listed.</exception>
    /// <exception cref="OutputException">The file cannot be written, or is there and <paramref name="overwrite"/> is false.</exception>
    public static void Write(string path, ModelTask task, bool overwrite)
    {
        var faults = ModelTaskCheck.Find(task);
        if (faults.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", faults), nameof(task));
        }

        StrictJson.Write(path, task, ModelTaskContext.Default.ModelTask, overwrite);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true,
    Converters = [typeof(WordConverter<InputKind>), typeof(WordConverter<NetworkKind>)])]
[JsonSerializable(typeof(ModelTask))]
internal sealed partial class ModelTaskContext : JsonSerializerContext;

/// <summary>An enumeration by its words in camel case; numbers are refused.</summary>
internal sealed class WordConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
