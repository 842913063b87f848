namespace DiagCodec.Imaging.Phantom;

/// <summary>Where a coronary artery comes from.</summary>
internal enum CoronaryOrigin
{
    Branch,
    LeftOstium,
    RightOstium,
}
