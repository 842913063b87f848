using System.Text.Json.Serialization;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Files;

namespace DiagCodec.Networks.Splits;

/// <summary>
/// Reads and writes splits: {"schema":1,"seed":7,"train":[...],"validation":[...],"test":[...]}, or with "folds":[[...],...] instead
/// of train and validation. Unknown, doubled and missing fields are refused, and so is a name that comes twice.
/// </summary>
public static class SplitJson
{
    private const long LongestFile = 64 << 20;

    /// <exception cref="InvalidInputException">The file is no such document.</exception>
    public static DataSplit Read(string path)
    {
        var split = StrictJson.Read(path, SplitContext.Default.DataSplit, DataSplit.CurrentSchema, LongestFile);
        StrictJson.Refuse(path, SplitCheck.Find(split));
        return split;
    }

    /// <exception cref="InvalidInputException">The file is no such document.</exception>
    public static FoldSplit ReadFolds(string path)
    {
        var split = StrictJson.Read(path, SplitContext.Default.FoldSplit, DataSplit.CurrentSchema, LongestFile);
        StrictJson.Refuse(path, SplitCheck.Find(split));
        return split;
    }

    /// <exception cref="ArgumentException">The split is wrong, for example has a name twice.</exception>
    /// <exception cref="OutputException">The file cannot be written, or is there and <paramref name="overwrite"/> is false.</exception>
    public static void Write(string path, DataSplit split, bool overwrite)
    {
        SplitCheck.ThrowIfWrong(SplitCheck.Find(split), nameof(split));
        StrictJson.Write(path, split, SplitContext.Default.DataSplit, overwrite);
    }

    /// <exception cref="ArgumentException">The split is wrong, for example has a name twice.</exception>
    /// <exception cref="OutputException">The file cannot be written, or is there and <paramref name="overwrite"/> is false.</exception>
    public static void WriteFolds(string path, FoldSplit split, bool overwrite)
    {
        SplitCheck.ThrowIfWrong(SplitCheck.Find(split), nameof(split));
        StrictJson.Write(path, split, SplitContext.Default.FoldSplit, overwrite);
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true)]
[JsonSerializable(typeof(DataSplit))]
[JsonSerializable(typeof(FoldSplit))]
internal sealed partial class SplitContext : JsonSerializerContext;
