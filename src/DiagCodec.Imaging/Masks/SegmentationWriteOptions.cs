using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Masks;

/// <summary>What a DICOM Segmentation says beside its voxels. Texts are ASCII.</summary>
public sealed record SegmentationWriteOptions
{
    private const int MostSegments = 255;
    private const int LongString = 64;
    private const int ShortString = 16;

    /// <summary>One per class, numbered 1, 2, 3 ... in this order (PS3.3 C.8.20.2.4); a class may have no voxels.</summary>
    public required ImmutableArray<SegmentClass> Classes { get; init; }

    /// <summary>Of diagcodec, 1 to 64 characters.</summary>
    public required string SoftwareVersion { get; init; }

    /// <summary>Becomes Content Date and Time. UIDs do not depend on it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>1 to 16 of A to Z, 0 to 9, blank and underscore.</summary>
    public string ContentLabel { get; init; } = "SEGMENTATION";

    /// <summary>At most 64 characters.</summary>
    public string ContentDescription { get; init; } = string.Empty;

    /// <summary>Who is responsible, parts of the name separated by ^; at most 64 characters.</summary>
    public string ContentCreator { get; init; } = string.Empty;

    /// <summary>At most 64 characters.</summary>
    public string SeriesDescription { get; init; } = "Segmentation";

    /// <summary>0 or more. The default keeps clear of a scanner's own numbers.</summary>
    public int SeriesNumber { get; init; } = 1000;

    /// <exception cref="UsageException">One or more values are out of range; all are named.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        CheckText(faults, "software version", SoftwareVersion, 1, LongString);
        CheckText(faults, "content description", ContentDescription, 0, LongString);
        CheckText(faults, "content creator", ContentCreator, 0, LongString);
        CheckText(faults, "series description", SeriesDescription, 0, LongString);
        if (ContentLabel.Length is < 1 or > ShortString || ContentLabel.Any(c => !(char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is ' ' or '_')))
        {
            faults.Add($"content label is '{ContentLabel}', expected 1 to {ShortString} of A-Z, 0-9, blank and underscore");
        }

        if (SeriesNumber < 0)
        {
            faults.Add(FormattableString.Invariant($"series number is {SeriesNumber}, expected 0 or more"));
        }

        var numbers = Classes.Select(c => c.Number).ToArray();
        if (numbers.Length is < 1 or > MostSegments || !numbers.SequenceEqual(Enumerable.Range(1, numbers.Length)))
        {
            faults.Add($"class numbers are {(numbers.Length == 0 ? "none" : string.Join(", ", numbers))}, expected 1, 2, 3 ... without gaps, at most {MostSegments}");
        }

        foreach (var one in Classes)
        {
            CheckClass(faults, one);
        }

        if (faults.Count > 0)
        {
            throw new UsageException($"DICOM Segmentation: {string.Join("; ", faults)}");
        }
    }

    private static void CheckClass(List<string> faults, SegmentClass one)
    {
        var of = FormattableString.Invariant($" of class {one.Number}");
        CheckText(faults, "name" + of, one.Name, 1, LongString);
        CheckText(faults, "algorithm name" + of, one.AlgorithmName, 1, LongString);
        CheckText(faults, "algorithm version" + of, one.AlgorithmVersion, 1, LongString);
        foreach (var (term, what) in ((CodedTerm, string)[])[(one.Category, "category"), (one.Type, "type")])
        {
            CheckText(faults, $"{what} code{of}", term.Value, 1, ShortString);
            CheckText(faults, $"{what} coding scheme{of}", term.Scheme, 1, ShortString);
            CheckText(faults, $"{what} meaning{of}", term.Meaning, 1, LongString);
        }

        if (one.Colour is { IsInRange: false } colour)
        {
            faults.Add(FormattableString.Invariant($"colour{of} is ({colour.L}, {colour.A}, {colour.B}), expected L 0 to 100, a and b -128 to 127"));
        }
    }

    /// <summary>Backslashes separate values in DICOM texts, so no single value has one.</summary>
    private static void CheckText(List<string> faults, string name, string text, int least, int most)
    {
        if (text.Trim().Length < least || text.Length > most || text.Any(c => c is < ' ' or > '~' or '\\'))
        {
            faults.Add($"{name} is '{text}', expected {least} to {most} characters of ASCII without backslash");
        }
    }
}
