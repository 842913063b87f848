using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Streams;

namespace DiagCodec.Evaluation.Bench.Methods.Learned;

/// <summary>Learned streams that a method wrote into its folder.</summary>
internal static class StreamFile
{
    /// <exception cref="ToolException">It cannot be read, or is damaged.</exception>
    public static CodedSeries Read(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        try
        {
            return CodedSeries.Read(File.ReadAllBytes(path), name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidInputException)
        {
            throw new ToolException($"{path}: cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }
}
