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
}
