using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Networks.Weights;

/// <summary>The refusals of safetensors reading, each one line: file, tensor, what was expected, what came.</summary>
internal static class SafetensorsFault
{
    public static InvalidInputException Broken(string path, string what, Exception? cause = null) =>
        new($"{path}: broken safetensors file: {what}; get a fresh copy of it", cause);

    public static InvalidInputException Header(string path, string expected, string found) =>
        Broken(path, $"expected {expected}, found {OneLine.Of(found)}");

    public static InvalidInputException Tensor(string path, string name, string field, string expected, string found) =>
        Broken(path, $"tensor '{OneLine.Of(name)}': {field}: expected {expected}, found {OneLine.Of(found)}");
}
