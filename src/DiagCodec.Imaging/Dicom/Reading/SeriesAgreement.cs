using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Imaging.Dicom.Reading;

/// <summary>Whether the files of a series belong together: what must be equal is refused with both names, what may differ is named.</summary>
internal static class SeriesAgreement
{
    /// <exception cref="InvalidInputException">Files differ in what a volume needs to be equal.</exception>
    public static void Check(IReadOnlyList<SourceFile> files)
    {
        var first = files[0];
        foreach (var file in files.Skip(1))
        {
            Same(first, file, "belong to different studies or patients", f => (f.StudyUid, f.PatientId), "sort them into their own folders");
            Same(first, file, "are of different modalities", f => f.Modality, "code them apart");
            Same(first, file, "have different sizes", f => (f.Layout.Columns, f.Layout.Rows), "move scouts and other odd images into their own folder");
            Same(first, file, "differ in the bits or the sign of their pixels", f => f.Layout.Format, "code them apart");
            Same(first, file, "show low values once bright, once dark", f => f.Layout.LowIsBright, "code them apart");
        }

        foreach (var twins in files.Where(f => f.SopInstanceUid.Length > 0).GroupBy(f => f.SopInstanceUid).Where(g => g.Count() > 1))
        {
            throw new InvalidInputException($"{twins.First().Name} and {twins.Last().Name} have the same SOP Instance UID {OneLine.Of(twins.Key)}; remove one of them");
        }
    }

    /// <summary>What may be odd and is coded all the same.</summary>
    public static IEnumerable<SeriesFinding> Findings(IReadOnlyList<SourceFile> files)
    {
        if (files.SelectMany(f => f.Slices).Select(s => s.Rescale).Distinct().Count() is var scales and > 1)
        {
            yield return new SeriesFinding("slopes-differ", $"slices have {scales} different rescale slopes or intercepts; each is coded in its stored values and keeps its own.");
        }

        if (files.Select(f => f.Padding).Distinct().Count() > 1)
        {
            yield return new SeriesFinding("padding-differs", "slices have different pixel padding values; padding is coded like any other value.");
        }

        if (files.Select(f => f.Layout.BitsStored).Distinct().Count() > 1)
        {
            yield return new SeriesFinding("bits-differ", "slices have different numbers of bits stored; the largest counts for all.");
        }

        foreach (var (code, text, isSo) in Oddities)
        {
            if (files.Count(isSo) is var count and > 0)
            {
                var where = files.Count == 1 ? files[0].Name : count == files.Count ? "all files" : $"{count} of {files.Count} files, the first {files.First(isSo).Name}";
                yield return new SeriesFinding(code, $"{where}: {text}.");
            }
        }
    }

    private static readonly (string Code, string Text, Func<SourceFile, bool> IsSo)[] Oddities =
    [
        ("lossy-source", "compressed with loss before; the history is kept and added to", f => f.IsLossy),
        ("overlay-in-pixels", "an overlay lies in unused bits of the pixels; it is dropped", f => f.HasOverlayInPixels),
        ("unused-bits", "bits above the stored ones are set; they are dropped", f => f.HadForeignBits && !f.HasOverlayInPixels),
        ("excess-pixel-data", "pixel data is longer than the image; the rest is dropped", f => f.ExcessBytes > 0),
        ("modality-lut", "values pass through a modality lookup table, which is kept; stored values are coded", f => f.HasModalityLut),
    ];

    private static void Same<T>(SourceFile first, SourceFile other, string what, Func<SourceFile, T> of, string advice)
    {
        if (!EqualityComparer<T>.Default.Equals(of(first), of(other)))
        {
            // Identifying values stay out of messages.
            var values = typeof(T) == typeof((string, string)) ? string.Empty : OneLine.Of($" ({of(first)} and {of(other)})");
            throw new InvalidInputException($"{first.Name} and {other.Name} {what}{values}, but have one Series Instance UID; {advice}");
        }
    }
}
