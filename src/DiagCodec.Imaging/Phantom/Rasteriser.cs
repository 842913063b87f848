using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Paints the organs of one slice as HU and labels; edges fade over a pixel and a bit, as the scanner's blur makes them.</summary>
internal sealed class Rasteriser(IReadOnlyList<Organ> organs, PhantomOptions options, SolidNoise texture)
{
    private const double AirHu = -1000;

    private readonly double _spacing = options.PixelSpacing;
    private readonly double _edge = 0.5 + options.PixelSpacing;
    private readonly double _first = -(options.Size - 1) / 2.0 * options.PixelSpacing;

    /// <param name="z">Where the slice lies, mm.</param>
    /// <param name="hu">One value per pixel.</param>
    /// <param name="labels">One class per pixel.</param>
    public void Paint(double z, Span<float> hu, Span<byte> labels)
    {
        hu.Fill((float)AirHu);
        labels.Clear();
        foreach (var organ in organs)
        {
            if (organ.Shape.Near(z, _edge) is { } shape)
            {
                Paint(organ, shape, z, hu, labels);
            }
        }
    }

    private void Paint(Organ organ, Shape shape, double z, Span<float> hu, Span<byte> labels)
    {
        var (low, high) = shape.Bounds;
        var (left, right) = (Pixel(low.X - _edge), Pixel(high.X + _edge));
        var (top, bottom) = (Pixel(low.Y - _edge), Pixel(high.Y + _edge));
        for (var row = top; row <= bottom; row++)
        {
            var y = _first + (row * _spacing);
            var line = hu.Slice(row * options.Size, options.Size);
            var classes = labels.Slice(row * options.Size, options.Size);
            for (var column = left; column <= right; column++)
            {
                var x = _first + (column * _spacing);
                var cover = Math.Min(0.5 - (shape.Distance(new(x, y, z)) / _edge), 1);
                if (cover <= 0)
                {
                    continue;
                }

                var value = organ.Texture > 0 ? organ.Hu + (organ.Texture * texture.At(x, y, z)) : organ.Hu;
                line[column] += (float)(cover * (value - line[column]));
                if (cover > 0.5)
                {
                    classes[column] = organ.Label;
                }
            }
        }
    }

    private int Pixel(double millimetres) => (int)Math.Round(Math.Clamp((millimetres - _first) / _spacing, 0, options.Size - 1));
}
