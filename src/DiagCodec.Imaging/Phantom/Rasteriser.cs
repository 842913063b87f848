using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Paints the organs of one slice as HU and labels; a pixel on an edge gets the share of it that the organ covers.</summary>
internal sealed class Rasteriser(IReadOnlyList<Organ> organs, ScanGrid grid, int seed)
{
    /// <summary>Pixels that are skipped or filled together, where the distance of their middle says so.</summary>
    private const int Tile = 8;

    /// <summary>Distances are exact near the surface only, and the warp stretches them.</summary>
    private const double Doubt = 1.8;

    private readonly double _edge = Math.Max(grid.Spacing, 0.3);

    /// <param name="z">Where the slice lies, mm.</param>
    /// <param name="labels">One class per pixel, all 0 before.</param>
    /// <returns>HU, one per pixel.</returns>
    public float[] Paint(double z, Span<byte> labels)
    {
        var canvas = new SliceCanvas(grid, z, seed);
        foreach (var organ in organs)
        {
            if (organ.Shape.Near(z, _edge + Warp.Reach) is { } shape)
            {
                Paint(organ, shape, canvas, labels);
            }
        }

        return canvas.Hu;
    }

    private void Paint(Organ organ, Shape shape, SliceCanvas canvas, Span<byte> labels)
    {
        var margin = _edge + Warp.Reach;
        var (low, high) = shape.Bounds;
        if (high.X + margin < grid.X(0) || low.X - margin > grid.X(grid.Size) || high.Y + margin < grid.Y(0) || low.Y - margin > grid.Y(grid.Size))
        {
            return;
        }

        var texture = organ.Texture > 0 ? canvas.Texture(organ.Kind) : [];
        var (left, right) = (grid.Column(low.X - margin), grid.Column(high.X + margin));
        var (top, bottom) = (grid.Row(low.Y - margin), grid.Row(high.Y + margin));
        var reach = (Doubt * Tile * 0.71 * grid.Spacing) + _edge;
        for (var y = top; y <= bottom; y += Tile)
        {
            for (var x = left; x <= right; x += Tile)
            {
                var (endX, endY) = (Math.Min(x + Tile - 1, right), Math.Min(y + Tile - 1, bottom));
                var middle = shape.Distance(canvas.Source(((y + endY) / 2 * grid.Size) + ((x + endX) / 2)));
                if (middle > reach)
                {
                    continue;
                }

                for (var row = y; row <= endY; row++)
                {
                    for (var i = (row * grid.Size) + x; i <= (row * grid.Size) + endX; i++)
                    {
                        var cover = middle < -reach ? 1 : Math.Min(0.5 - (shape.Distance(canvas.Source(i)) / _edge), 1);
                        if (cover > 0)
                        {
                            var value = (float)organ.Hu + (texture.Length > 0 ? (float)organ.Texture * texture[i] : 0);
                            canvas.Hu[i] += (float)cover * (value - canvas.Hu[i]);
                            labels[i] = cover > 0.5 ? organ.Label : labels[i];
                        }
                    }
                }
            }
        }
    }
}
