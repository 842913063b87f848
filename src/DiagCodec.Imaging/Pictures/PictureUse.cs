namespace DiagCodec.Imaging.Pictures;

/// <summary>What pictures are read for, which decides what becomes of colour.</summary>
public enum PictureUse
{
    /// <summary>Measured greys: colour is refused, as a grey made of it was never measured.</summary>
    Grey,

    /// <summary>Scenes: of colour the luma is taken (ITU-R BT.601, full range, as JPEG stores it), which a finding says.</summary>
    Luma,

    /// <summary>Label maps: numbers are taken as they are where a palette colours them; all other colour is refused.</summary>
    Labels,
}
