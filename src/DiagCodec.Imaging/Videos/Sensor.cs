using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Imaging.Videos;

/// <summary>Darkens the corners a little and adds noise that grows with the light, then rounds to 8 bits.</summary>
internal sealed class Sensor
{
    private readonly VideoOptions _options;
    private readonly double _noise;
    private readonly double _corner;

    public Sensor(VideoOptions options)
    {
        _options = options;
        var random = new PhantomRandom(options.Seed, 3);
        (_noise, _corner) = (random.Range(0.8, 3.2), random.Range(0, 0.2));
    }

    public byte[] Record(float[] light, int frame)
    {
        var random = new PhantomRandom(_options.Seed, 1000 + frame);
        var pixels = new byte[light.Length];
        var reach = 0.25 * (((double)_options.Columns * _options.Columns) + ((double)_options.Rows * _options.Rows));
        for (var i = 0; i < pixels.Length; i++)
        {
            var (row, column) = Math.DivRem(i, _options.Columns);
            var (x, y) = (column - (_options.Columns / 2.0), row - (_options.Rows / 2.0));
            var value = light[i] * (1 - (_corner * ((x * x) + (y * y)) / reach));
            var noise = _noise * Math.Sqrt(0.3 + (Math.Max(value, 0) / 180));
            pixels[i] = (byte)Math.Clamp(Math.Round(value + (noise * random.Bell())), 0, 255);
        }

        return pixels;
    }
}
