namespace DiagCodec.Imaging.Videos;

/// <summary>Where a camera looks at one instant.</summary>
/// <param name="X">Of the world's point in the frame's middle.</param>
/// <param name="Y">Of the world's point in the frame's middle.</param>
/// <param name="Zoom">Frame units for a world unit.</param>
/// <param name="Cos">Of the roll.</param>
/// <param name="Sin">Of the roll.</param>
internal readonly record struct CameraPose(double X, double Y, double Zoom, double Cos, double Sin);
