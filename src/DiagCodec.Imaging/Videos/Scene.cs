using System.Collections.Immutable;
using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Imaging.Videos;

/// <summary>Everything that a seed decides: what lies behind, moves, stands in front, and the camera that looks at it.</summary>
/// <remarks>Lengths are in units of a 256th of the frame's height, so that a scene does not depend on the size in pixels; y points down.</remarks>
internal sealed class Scene
{
    /// <summary>A frame is the mean of some instants, as a shutter that is open for half of the time sees them.</summary>
    private static readonly double[] Instants = [-0.2, 0, 0.2];

    private readonly VideoOptions _options;
    private readonly Camera _camera;
    private readonly Canvas _backdrop;
    private readonly Canvas _screen;
    private readonly ImmutableArray<Mover> _movers;
    private readonly Sensor _sensor;
    private readonly Canopy _canopy;

    public Scene(VideoOptions options)
    {
        _options = options;
        var random = new PhantomRandom(options.Seed, 1);
        var scale = options.Rows / Unit.Height;
        var width = options.Columns / scale;
        _camera = new Camera(options.Seed);
        var land = new Land(options.Seed);
        _backdrop = Backdrop.Paint(land, width, scale, options.Seed);
        _canopy = new Canopy(options.Seed, width);
        _screen = _canopy.Paint(scale);
        _movers = [.. Enumerable.Range(0, 1 + (int)random.Range(0, 2.99)).Select(i => new Mover(options.Seed, i, _camera, land, width)).OrderBy(m => m.Depth)];
        _sensor = new Sensor(options);
    }

    /// <param name="frame">0 and up.</param>
    /// <param name="labels">A pixel each; gets the mask.</param>
    /// <returns>Grey values.</returns>
    public byte[] Expose(int frame, Span<byte> labels)
    {
        var view = new View(_options.Columns, _options.Rows);
        var (light, seen) = (new float[labels.Length], new float[labels.Length]);
        foreach (var instant in Instants)
        {
            view.Point(_camera.At(frame + instant));
            view.Lay(_backdrop, 1);
            foreach (var mover in _movers)
            {
                mover.Paint(view, frame + instant);
            }

            view.Lay(_screen, _canopy.Nearness);
            for (var i = 0; i < light.Length; i++)
            {
                light[i] += view.Grey[i] / Instants.Length;
                seen[i] += view.Cover[i] / Instants.Length;
            }
        }

        for (var i = 0; i < seen.Length; i++)
        {
            labels[i] = seen[i] > 0.5f ? MovingVideo.ObjectLabel : (byte)0;
        }

        return _sensor.Record(light, frame);
    }
}
