namespace DiagCodec.Networks.Models;

/// <summary>How an image becomes the input of a network.</summary>
/// <param name="Kind">Which numbers are taken.</param>
/// <param name="Low">The value that becomes 0; smaller ones become 0 too.</param>
/// <param name="High">The value that becomes 1; larger ones become 1 too.</param>
/// <param name="Spacing">Millimetres per pixel to resample to, or null to take the pixels as they are.</param>
/// <param name="Slices">How many adjacent slices are the channels: 1, 3, 5 ... 15; the middle one is segmented.</param>
/// <param name="SliceSpacing">Nominal millimetres between those slices, or null for any.</param>
/// <param name="LocalContrast">Standard deviation in pixels of the window in which contrast is made even, or null to leave it.</param>
public sealed record ModelInput(InputKind Kind, double Low, double High, double? Spacing, int Slices, double? SliceSpacing, double? LocalContrast);
