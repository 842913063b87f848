namespace DiagCodec.Imaging.Videos;

/// <summary>The frame of one instant while it is painted, from far to near.</summary>
/// <param name="columns">Pixels.</param>
/// <param name="rows">Pixels.</param>
internal sealed class View(int columns, int rows)
{
    private readonly double _scale = rows / Unit.Height;
    private CameraPose _pose;

    public float[] Grey { get; } = new float[columns * rows];

    /// <summary>Share of every pixel that moving objects cover.</summary>
    public float[] Cover { get; } = new float[columns * rows];

    /// <summary>World units that a pixel measures.</summary>
    public double Pixel => 1 / (_scale * _pose.Zoom);

    /// <summary>Turns the camera and takes away what was painted.</summary>
    public void Point(CameraPose pose)
    {
        _pose = pose;
        Array.Clear(Grey);
        Array.Clear(Cover);
    }

    /// <summary>Lays a layer over all.</summary>
    /// <param name="layer">What to lay.</param>
    /// <param name="nearness">1 where the objects are; layers in front of them, above 1, run past faster.</param>
    public void Lay(Canvas layer, double nearness)
    {
        var (dx, dy) = ((nearness - 1) * _pose.X, (nearness - 1) * _pose.Y);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var (x, y) = World(column, row);
                var (grey, cover) = layer.At(x + dx, y + dy);
                var i = (row * columns) + column;
                Grey[i] += grey - (cover * Grey[i]);
                Cover[i] *= 1 - cover;
            }
        }
    }

    /// <summary>Paints an object within a circle of the world.</summary>
    public void Paint(double x, double y, double radius, Canvas.Painter painter)
    {
        var (dx, dy, zoom) = (x - _pose.X, y - _pose.Y, _scale * _pose.Zoom);
        var column = (columns / 2.0) + (zoom * ((dx * _pose.Cos) + (dy * _pose.Sin)));
        var row = (rows / 2.0) + (zoom * ((dy * _pose.Cos) - (dx * _pose.Sin)));
        var reach = (radius * zoom) + 1;
        for (var r = Math.Max((int)(row - reach), 0); r <= Math.Min(row + reach, rows - 1); r++)
        {
            for (var c = Math.Max((int)(column - reach), 0); c <= Math.Min(column + reach, columns - 1); c++)
            {
                var (wx, wy) = World(c, r);
                var (grey, cover) = painter(wx, wy);
                if (cover > 0)
                {
                    var i = (r * columns) + c;
                    Grey[i] += (float)(cover * (grey - Grey[i]));
                    Cover[i] += (float)(cover * (1 - Cover[i]));
                }
            }
        }
    }

    private (double X, double Y) World(int column, int row)
    {
        var (u, v) = ((column + 0.5 - (columns / 2.0)) * Pixel, (row + 0.5 - (rows / 2.0)) * Pixel);
        return (_pose.X + (u * _pose.Cos) - (v * _pose.Sin), _pose.Y + (u * _pose.Sin) + (v * _pose.Cos));
    }
}
