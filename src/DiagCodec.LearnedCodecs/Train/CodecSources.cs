using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>The series of a data folder. Label maps are not needed, and left out where a known layout tells which they are.</summary>
public static class CodecSources
{
    /// <param name="folder">In a layout of <see cref="CaseFinder"/>, or a folder whose files and folders are a series each.</param>
    /// <exception cref="InvalidInputException">It is missing or empty, or holds two layouts.</exception>
    public static ImmutableArray<TrainingSource> Find(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidInputException($"{folder}: there is no such folder");
        }

        if (CaseLayout.Known.Any(layout => CaseFinder.Holds(folder, layout)))
        {
            return CaseFinder.Find(folder);
        }

        var entries = Directory.EnumerateFileSystemEntries(folder).Where(e => !Path.GetFileName(e).StartsWith('.')).OrderBy(e => e, NaturalOrder.Instance).ToArray();
        return entries.Length > 0
            ? [.. entries.Select(e => new TrainingSource(Path.GetFileName(e), e, e))]
            : throw new InvalidInputException($"{folder}: is empty; give a folder of series");
    }
}
