using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>The pixels of a scan: where they lie in the patient. The heart is in the middle of a small field of view, the body in that of a large one.</summary>
internal sealed class ScanGrid
{
    /// <summary>A field of view as wide as this shows the whole body.</summary>
    private const double WholeBody = 320;

    public ScanGrid(PhantomOptions options, Patient patient)
    {
        Size = options.Size;
        var view = options.FieldOfView ?? patient.FieldOfView;
        Spacing = view / options.Size;
        var towardsHeart = Math.Clamp((WholeBody - view) / 100, 0, 1);
        var half = (options.Size - 1) / 2.0 * Spacing;
        Left = Math.Round((towardsHeart * (patient.Heart.Centre.X - 8)) - half, 2);
        Top = Math.Round((towardsHeart * (patient.Heart.Centre.Y + 12)) - half, 2);

        // A little above the heart's centre, so that the roots of the coronary arteries are within 80 mm.
        var z = Math.Round(patient.Heart.Centre.Z + 2 - (options.SliceSpacing * (options.Slices - 1) / 2), 1);
        Geometry = Geometry.Regular(new(Left, Top, z), new(1, 0, 0), new(0, 1, 0), Spacing, Spacing, options.SliceSpacing, options.Slices);
    }

    /// <summary>Columns and rows.</summary>
    public int Size { get; }

    /// <summary>mm from pixel to pixel.</summary>
    public double Spacing { get; }

    /// <summary>x of the first column.</summary>
    public double Left { get; }

    /// <summary>y of the first row.</summary>
    public double Top { get; }

    public Geometry Geometry { get; }

    public double X(double column) => Left + (column * Spacing);

    public double Y(double row) => Top + (row * Spacing);

    public int Column(double x) => (int)Math.Round(Math.Clamp((x - Left) / Spacing, 0, Size - 1));

    public int Row(double y) => (int)Math.Round(Math.Clamp((y - Top) / Spacing, 0, Size - 1));
}
