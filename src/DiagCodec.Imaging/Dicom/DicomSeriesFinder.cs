using System.Collections.Immutable;
using DiagCodec.Imaging.Dicom.Gdcm;
using DiagCodec.Imaging.Dicom.Reading;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Dicom;

/// <summary>Finds the image series in a folder and everything below it, or in one file.</summary>
public static class DicomSeriesFinder
{
    private const int LongestList = 20;

    /// <summary>All image series, in the order of their UIDs. Foreign files and DICOM objects of other kinds are passed over.</summary>
    /// <exception cref="InvalidInputException">Nothing is there, or a DICOM file is too broken to say where it belongs.</exception>
    public static ImmutableArray<FoundSeries> Find(string path, CancellationToken cancellation) =>
        Find(path, path, new GdcmLibrary(), cancellation);

    /// <summary>The one series of <paramref name="path"/>, or the one that is asked for.</summary>
    /// <param name="path">A folder or a file.</param>
    /// <param name="uid">The whole Series Instance UID, or a beginning or end that only one series has; null when there is only one.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="InvalidInputException">No such series, or several.</exception>
    public static FoundSeries FindOne(string path, string? uid, CancellationToken cancellation) =>
        Choose(path, Find(path, cancellation), uid);

    internal static ImmutableArray<FoundSeries> Find(string path, string name, IDicomLibrary library, CancellationToken cancellation)
    {
        var files = Entries(path, name);
        var probes = EveryFile.Do(files, file => FileProbe.Of(file, library), cancellation);
        for (var i = 0; i < files.Length; i++)
        {
            if (probes[i].What == FileProbe.Kind.Broken)
            {
                throw new InvalidInputException($"{files[i].Name}: {probes[i].Problem}; repair it or leave it out");
            }

            if (probes[i].What != FileProbe.Kind.Image && File.Exists(path))
            {
                throw new InvalidInputException($"{files[i].Name}: {probes[i].Problem}; name a DICOM image, or a folder or zip of them");
            }
        }

        ImmutableArray<FoundSeries> series = [.. Enumerable.Range(0, files.Length)
            .Where(i => probes[i].What == FileProbe.Kind.Image)
            .GroupBy(i => probes[i].SeriesUid)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new FoundSeries(
                g.Key,
                probes[g.First()].Modality,
                probes[g.First()].Columns,
                probes[g.First()].Rows,
                (int)Math.Min(int.MaxValue, g.Sum(i => (long)probes[i].Frames)),
                [.. g.Select(i => files[i])]))];
        return series.Length > 0
            ? series
            : throw new InvalidInputException($"{name}: no DICOM images found; looked at {files.Length} files, {probes.Count(p => p.What == FileProbe.Kind.OtherObject)} of them DICOM objects of other kinds");
    }

    internal static FoundSeries Choose(string name, ImmutableArray<FoundSeries> series, string? uid)
    {
        var list = string.Join("; ", series.Take(LongestList)) + (series.Length > LongestList ? $"; and {series.Length - LongestList} more" : string.Empty);
        if (uid is null)
        {
            return series.Length == 1 ? series[0] : throw new InvalidInputException($"{name}: holds {series.Length} series, choose one with --series UID: {list}");
        }

        FoundSeries[] fitting = [.. series.Where(s => s.Uid == uid)];
        if (fitting.Length == 0 && uid.Length > 0)
        {
            fitting = [.. series.Where(s => s.Uid.StartsWith(uid, StringComparison.Ordinal) || s.Uid.EndsWith(uid, StringComparison.Ordinal))];
        }

        return fitting.Length == 1
            ? fitting[0]
            : throw new InvalidInputException($"{name}: {(fitting.Length == 0 ? "no series" : $"{fitting.Length} series")} with UID {uid}; there are: {list}");
    }

    private static DicomFileEntry[] Entries(string path, string name)
    {
        if (File.Exists(path))
        {
            return [new DicomFileEntry(path, name, new FileInfo(path).Length)];
        }

        if (!Directory.Exists(path))
        {
            throw new InvalidInputException($"{name}: there is no such file or folder");
        }

        try
        {
            var files = new List<DicomFileEntry>();
            Collect(new DirectoryInfo(path), name, files);
            files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
            return [.. files];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{name}: cannot be searched: {e.Message}", e);
        }
    }

    private static void Collect(DirectoryInfo folder, string name, List<DicomFileEntry> files)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var entryName = Path.Combine(name, entry.Name);
            if (entry is DirectoryInfo inner)
            {
                // A link to a folder may lead back here.
                if (inner.LinkTarget is null)
                {
                    Collect(inner, entryName, files);
                }
            }
            else if (entry is FileInfo file)
            {
                files.Add(new DicomFileEntry(file.FullName, entryName, file.Length));
            }
        }
    }
}
