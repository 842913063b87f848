using System.Collections.Immutable;

namespace DiagCodec.LearnedCodecs.Detect;

/// <summary>Sizes of a detector.</summary>
public sealed record DetectorLayout
{
    /// <summary>Adjacent slices that it sees, 1 or more.</summary>
    public int Inputs { get; init; } = 1;

    /// <summary>Classes of boxes, 1 or more.</summary>
    public int Classes { get; init; } = 1;

    /// <summary>Channels of each level from the full size down, each level half the size; 4 or more, multiples of <see cref="Groups"/>.</summary>
    public ImmutableArray<int> Widths { get; init; } = [16, 32, 64, 128];

    /// <summary>Groups of the normalisation.</summary>
    public int Groups { get; init; } = 8;

    /// <summary>Every fault of the sizes, in words.</summary>
    public IEnumerable<string> Faults()
    {
        (string Fault, bool Holds)[] rules =
        [
            (FormattableString.Invariant($"inputs is {Inputs}, expected 1 to 15"), Inputs is >= 1 and <= 15),
            (FormattableString.Invariant($"classes is {Classes}, expected 1 to 64"), Classes is >= 1 and <= 64),
            (FormattableString.Invariant($"groups is {Groups}, expected 1 to 64"), Groups is >= 1 and <= 64),
            ("widths: expected 4 to 8, multiples of groups up to 1024",
                !Widths.IsDefault && Widths.Length is >= 4 and <= 8 && Widths.All(w => w is >= 1 and <= 1024 && Groups >= 1 && w % Groups == 0)),
        ];
        return rules.Where(r => !r.Holds).Select(r => r.Fault);
    }
}
