using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Evaluation.Bench.Cases;

/// <summary>An image and its label map in a folder.</summary>
internal sealed class FileOrigin : ICaseOrigin
{
    private readonly TrainingSource _source;

    private FileOrigin(TrainingSource source, string identity) => (_source, Identity) = (source, identity);

    public string Name => _source.Name;

    public string Identity { get; }

    /// <exception cref="InvalidInputException">The folder is missing, or is no data set of a known layout.</exception>
    /// <exception cref="UsageException">The pair is none.</exception>
    public static ImmutableArray<ICaseOrigin> Find(string folder, string? pairs)
    {
        var sources = pairs is null ? CaseFinder.Find(folder) : CaseFinder.Find(folder, CaseLayout.Parse(pairs));
        return [.. sources.Select(s => new FileOrigin(s, $"files {Stamps(folder, s.Image)} labels {Stamps(folder, s.Labels)}"))];
    }

    public LabelledSeries Read(LabelMapping mapping, ModelTask task, CancellationToken cancellation) =>
        CaseReader.Read(_source, mapping, task, cancellation);

    /// <summary>Name, size and time of change of a file, or of all files of a folder in the order of their names.</summary>
    private static string Stamps(string folder, string path)
    {
        try
        {
            IEnumerable<string> files = Directory.Exists(path)
                ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                : [path];
            return string.Join(' ', files.Select(file => Stamp(folder, new FileInfo(file))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{path}: cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private static string Stamp(string folder, FileInfo file) => FormattableString.Invariant(
        $"'{OneLine.Of(Path.GetRelativePath(folder, file.FullName), int.MaxValue)}' {file.Length} {file.LastWriteTimeUtc.Ticks}");
}
