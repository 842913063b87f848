namespace DiagCodec.Networks.Models;

/// <summary>Which weights of a task.</summary>
public enum WeightsVariant
{
    /// <summary>Trained on images as they were taken.</summary>
    Plain,

    /// <summary>Trained on to bear what coding does to an image.</summary>
    Hardened,
}
