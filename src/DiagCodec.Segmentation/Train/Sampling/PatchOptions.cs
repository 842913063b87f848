namespace DiagCodec.Segmentation.Train.Sampling;

/// <summary>What a training batch is made of.</summary>
public sealed record PatchOptions
{
    /// <summary>Width and height of a patch on the network's grid; a multiple of the network's.</summary>
    public int Size { get; init; } = 192;

    /// <summary>Patches in a batch, 1 or more.</summary>
    public int Batch { get; init; } = 4;

    /// <summary>Share of patches that are placed round foreground, 0 to 1.</summary>
    public double ForegroundShare { get; init; } = 0.5;

    /// <summary>Share of patches that come from coded images where there are any, 0 to 1.</summary>
    public double CodedShare { get; init; } = 0.75;

    /// <summary>
    /// A patch of even size has its centre between pixels, so that one which is neither turned nor zoomed holds the image's own samples. Segmentation networks are
    /// trained without; codecs, which would learn the blur of the half pixel, are not.
    /// </summary>
    public bool IsOnGrid { get; init; }

    public AugmentationOptions Augmentation { get; init; } = new();
}
