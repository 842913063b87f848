namespace DiagCodec.Networks.Models;

/// <summary>Which numbers of an image go into a network.</summary>
public enum InputKind
{
    /// <summary>Rescaled values, in CT Hounsfield units.</summary>
    Hu,

    /// <summary>Code values, as the encoder sees them.</summary>
    Code,
}
