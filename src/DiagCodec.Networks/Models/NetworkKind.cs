namespace DiagCodec.Networks.Models;

/// <summary>The networks that there are.</summary>
public enum NetworkKind
{
    /// <summary>A U-Net (Ronneberger et al. 2015) over slices.</summary>
    Unet2d,
}
