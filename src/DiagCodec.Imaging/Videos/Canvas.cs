namespace DiagCodec.Imaging.Videos;

/// <summary>A painted piece of the world, mirrored at its borders without end.</summary>
/// <param name="width">Units, from -width / 2 to width / 2.</param>
/// <param name="height">Units, likewise.</param>
/// <param name="density">Pixels for a unit.</param>
internal sealed class Canvas(double width, double height, double density)
{
    private readonly int _columns = (int)Math.Ceiling(width * density);
    private readonly int _rows = (int)Math.Ceiling(height * density);

    private float[] _grey = [];
    private float[] _cover = [];

    /// <summary>Grey and cover (0 to 1) of a point.</summary>
    public delegate (double Grey, double Cover) Painter(double x, double y);

    public double Width => width;

    public double Height => height;

    /// <summary>Units that a pixel measures: what an edge is softened over.</summary>
    public double Pixel => 1 / density;

    /// <summary>Paints over what is there, within bounds in units.</summary>
    public void Paint(double left, double top, double right, double bottom, Painter painter)
    {
        if (_grey.Length == 0)
        {
            (_grey, _cover) = (new float[_columns * _rows], new float[_columns * _rows]);
        }

        var (firstColumn, lastColumn) = (Column(left), Column(right));
        Parallel.For(Row(top), Row(bottom) + 1, row =>
        {
            var y = ((row + 0.5) / density) - (height / 2);
            for (var column = firstColumn; column <= lastColumn; column++)
            {
                var (grey, cover) = painter(((column + 0.5) / density) - (width / 2), y);
                if (cover > 0)
                {
                    var i = (row * _columns) + column;
                    _grey[i] += (float)(cover * (grey - _grey[i]));
                    _cover[i] += (float)(cover * (1 - _cover[i]));
                }
            }
        });
    }

    /// <summary>Grey times cover, and cover, between the pixels.</summary>
    public (float Grey, float Cover) At(double x, double y)
    {
        if (_grey.Length == 0)
        {
            return (0, 0);
        }

        var (u, v) = (((x + (width / 2)) * density) - 0.5, ((y + (height / 2)) * density) - 0.5);
        var (left, top) = (Math.Floor(u), Math.Floor(v));
        var (a, b) = ((float)(u - left), (float)(v - top));
        var (c0, c1) = (Mirror((int)left, _columns), Mirror((int)left + 1, _columns));
        var (r0, r1) = (Mirror((int)top, _rows) * _columns, Mirror((int)top + 1, _rows) * _columns);
        return (Mix(_grey, r0 + c0, r0 + c1, r1 + c0, r1 + c1, a, b), Mix(_cover, r0 + c0, r0 + c1, r1 + c0, r1 + c1, a, b));
    }

    private static float Mix(float[] plane, int i, int j, int k, int l, float a, float b)
    {
        var (upper, lower) = (plane[i] + (a * (plane[j] - plane[i])), plane[k] + (a * (plane[l] - plane[k])));
        return upper + (b * (lower - upper));
    }

    private static int Mirror(int i, int count)
    {
        var period = 2 * count;
        var p = ((i % period) + period) % period;
        return p < count ? p : period - 1 - p;
    }

    private int Column(double x) => Math.Clamp((int)((x + (width / 2)) * density), 0, _columns - 1);

    private int Row(double y) => Math.Clamp((int)((y + (height / 2)) * density), 0, _rows - 1);
}
