using System.CommandLine;
using DiagCodec.LearnedCodecs.Files;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>The options that say which weights a codec begins with.</summary>
internal sealed class CodecStart
{
    public Option<string?> Start { get; } = new("--start") { Description = "Begin with these weights: a model by name or folder, or a file of CompressAI's weights as safetensors.", HelpName = "NAME|DIR|FILE" };

    public Option<int?> Quality { get; } = new("--start-quality") { Description = "Which quality of --start. Default: the middle one.", HelpName = "N" };

    /// <summary>The file of the weights; null for random ones.</summary>
    /// <exception cref="Imaging.Faults.DiagCodecException">There is no such model or quality.</exception>
    public static string? Path(string? start, int? quality)
    {
        if (start is null || start.EndsWith(".safetensors", StringComparison.Ordinal))
        {
            return start;
        }

        var model = CodecCatalogue.Standard().Open(start);
        return System.IO.Path.Combine(model.Path, model.Choose(quality).Quality.File);
    }
}
