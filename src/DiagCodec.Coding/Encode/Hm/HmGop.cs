using System.Collections.Immutable;
using System.Globalization;

namespace DiagCodec.Coding.Encode.Hm;

/// <summary>
/// HM's low-delay P GOP of 8: which pictures a picture refers to, and how HM makes the slice QP. A picture refers to the one before
/// it and to the last three whose number is a multiple of 8.
/// </summary>
internal sealed class HmGop
{
    public const int Size = 8;

    private const int LargestQp = 51;

    private const int References = 4;

    /// <summary>The most that HM lets its offset model add.</summary>
    private const int LargestModelTerm = 3;

    private readonly ImmutableArray<HmQpOffset> _offsets;

    private HmGop(int intraOffset, ImmutableArray<HmQpOffset> offsets) => (IntraOffset, _offsets) = (intraOffset, offsets);

    /// <summary>No offsets: slice QP = base + dQP.</summary>
    public static HmGop Flat { get; } = new(0, [.. Enumerable.Repeat(new HmQpOffset(0, 0, 0), Size)]);

    /// <summary>HM's own offsets: I frame 1 less, then 5 4 5 4 5 4 5 1, all but the last (the key picture) with the model term.</summary>
    public static HmGop Pyramid { get; } = new(-1, [.. Enumerable.Range(1, Size).Select(PyramidOffset)]);

    public int IntraOffset { get; }

    /// <summary>The slice QP that HM uses.</summary>
    /// <param name="qp">Base QP + the picture's dQP.</param>
    /// <param name="frame">POC.</param>
    /// <param name="lowestQp">-6 x (bit depth - 8).</param>
    public int SliceQp(int qp, int frame, int lowestQp)
    {
        if (frame == 0)
        {
            return Math.Clamp(qp + IntraOffset, lowestQp, LargestQp);
        }

        var entry = EntryOf(frame);
        var q = qp + entry.Offset;
        var model = Math.Floor(Math.Clamp((q * entry.ModelScale) + entry.ModelOffset + 0.5, 0, LargestModelTerm));
        return Math.Clamp(q + (int)model, lowestQp, LargestQp);
    }

    /// <summary>The dQP, nearest to 0, that gives a picture this slice QP; null where the steps of the model term leave it out.</summary>
    public int? DeltaQp(int baseQp, int frame, int wanted, int lowestQp)
    {
        if (SliceQp(baseQp, frame, lowestQp) == wanted)
        {
            return 0;
        }

        var offset = frame == 0 ? IntraOffset : EntryOf(frame).Offset;
        return Enumerable.Range(0, LargestModelTerm + 1)
            .Select(term => wanted - term - offset - baseQp)
            .Where(delta => SliceQp(baseQp + delta, frame, lowestQp) == wanted)
            .OrderBy(Math.Abs)
            .Cast<int?>()
            .FirstOrDefault();
    }

    /// <summary>
    /// The lines Frame1 to Frame8 of HM's configuration: type, POC, QP offset, model offset and scale, chroma offsets, QP factor,
    /// deblocking offsets, layer, references, and how the reference set follows from the line before.
    /// </summary>
    public IEnumerable<(string Name, string Value)> Lines()
    {
        for (var poc = 1; poc <= Size; poc++)
        {
            var (entry, references) = (_offsets[poc - 1], ReferencesOf(poc));
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"P {poc} {entry.Offset} {entry.ModelOffset:0.0###} {entry.ModelScale:0.0###} 0 0 1.0 0 0 0 {References} {References} {string.Join(' ', references)}");
            yield return ($"Frame{poc}", poc == 1 ? $"{text} 0" : $"{text} {Prediction(ReferencesOf(poc - 1), references)}");
        }
    }

    private static int[] ReferencesOf(int poc)
    {
        // The picture before the first of a GOP is itself the last key picture.
        var lastKey = poc == 1 ? -1 - Size : -poc;
        return [-1, .. Enumerable.Range(0, References - 1).Select(i => lastKey - (i * Size))];
    }

    /// <summary>H.265 7.4.8: the set before, moved by one picture, and which of it (and of that picture itself) stay.</summary>
    private static string Prediction(int[] before, int[] references)
    {
        var moved = before.Append(0).Select(r => r - 1).ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"1 -1 {moved.Length} {string.Join(' ', moved.Select(r => references.Contains(r) ? 1 : 0))}");
    }

    private static HmQpOffset PyramidOffset(int poc) => poc == Size ? new(1, 0, 0) : new(poc % 2 == 1 ? 5 : 4, -6.5, 0.2590);

    private HmQpOffset EntryOf(int frame) => _offsets[(frame - 1) % Size];
}

/// <summary>What HM adds to the QP of one place in the GOP: Offset, then floor(clip(0, 3, ModelScale q + ModelOffset + 0.5)).</summary>
internal readonly record struct HmQpOffset(int Offset, double ModelOffset, double ModelScale);
