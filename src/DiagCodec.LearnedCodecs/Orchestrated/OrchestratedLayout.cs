namespace DiagCodec.LearnedCodecs.Orchestrated;

/// <summary>Sizes of the networks. The defaults are the full ones; two cores want a quarter of them.</summary>
public sealed record OrchestratedLayout
{
    /// <summary>2 for pictures, 3 for volumes.</summary>
    public int Dimensions { get; init; } = 2;

    /// <summary>Channels of an image, 1 or more.</summary>
    public int Channels { get; init; } = 1;

    /// <summary>Foreground classes, 1 or more.</summary>
    public int Classes { get; init; } = 1;

    /// <summary>Feature maps of the compression network's first stage, 1 or more.</summary>
    public int CompressionWidth { get; init; } = 12;

    /// <summary>Bits of a cell of 16 pixels a side, 1 or more.</summary>
    public int Bits { get; init; } = 32;

    /// <summary>Feature maps of the feature reconstruction at the full size, 1 or more.</summary>
    public int ReconstructionWidth { get; init; } = 16;

    /// <summary>Feature maps of the segmentor's first stage, 1 or more; SegAN's are 64.</summary>
    public int SegmentorWidth { get; init; } = 64;

    /// <summary>Feature maps of the critic's first stage, 1 or more; SegAN's are 64.</summary>
    public int CriticWidth { get; init; } = 64;

    /// <summary>Every fault of the sizes, in words.</summary>
    public IEnumerable<string> Faults()
    {
        if (Dimensions is not (2 or 3))
        {
            yield return FormattableString.Invariant($"dimensions is {Dimensions}, expected 2 or 3");
        }

        (string Name, int Value, int Most)[] sizes =
        [
            ("channels", Channels, 16), ("classes", Classes, 64), ("compression width", CompressionWidth, 256), ("bits", Bits, 1024),
            ("reconstruction width", ReconstructionWidth, 256), ("segmentor width", SegmentorWidth, 256), ("critic width", CriticWidth, 256),
        ];
        foreach (var (name, value, most) in sizes.Where(s => s.Value < 1 || s.Value > s.Most))
        {
            yield return FormattableString.Invariant($"{name} is {value}, expected 1 to {most}");
        }
    }
}
