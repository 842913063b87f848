using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Imaging.Videos;

/// <summary>An object on its way: a body with a coat that keeps near what the camera follows.</summary>
internal sealed class Mover
{
    private readonly Camera _camera;
    private readonly IBody _body;
    private readonly Coat _coat;
    private readonly SolidNoise _way;
    private readonly SolidNoise _fringe;
    private readonly double _x;
    private readonly double _y;
    private readonly double _size;
    private readonly double _grey;
    private readonly double _drift;
    private readonly double _period;
    private readonly double _start;
    private readonly double _rate;
    private readonly int _facing;

    /// <param name="seed">The scene.</param>
    /// <param name="index">Of the object in it.</param>
    /// <param name="camera">Follows it more or less.</param>
    /// <param name="land">Where it is.</param>
    /// <param name="width">Of a frame, units.</param>
    public Mover(int seed, int index, Camera camera, Land land, double width)
    {
        var random = new PhantomRandom(seed, 100 + index);
        _camera = camera;
        _body = random.Range(0, 1) switch
        {
            < 0.45 => new AnimalBody(random),
            < 0.75 => new VehicleBody(random),
            _ => new BirdBody(random),
        };
        _coat = new Coat(seed + (1009 * (index + 1)), random);
        (_way, _fringe) = (new SolidNoise(seed + (500 * index), 20), new SolidNoise(seed + (501 * index), 3));
        _y = _body.IsOnGround ? random.Range(Math.Max(land.Horizon + 30, -45), 75) : random.Range(-70, 20);
        var nearness = _body.IsOnGround ? 0.75 + (0.5 * (_y + 45) / 120) : 0.85;
        _size = random.Range(75, 135) * nearness;
        _x = width * random.Range(-0.3, 0.3);
        _grey = land.Ground + (random.Range(14, 54) * (random.Range(-1, 1) < 0 ? -1 : 1));

        // Objects that the camera does not follow have to make their way by themselves.
        _drift = camera.Pan == 0 ? width * random.Range(0.2, 0.5) : random.Range(14, 54);
        (_period, _start) = (random.Range(110, 220), random.Range(-0.2, 0));
        var isForward = camera.Pan == 0 ? random.Range(-1, 1) >= 0 : camera.Pan > 0;
        _facing = isForward ? 1 : -1;
        _rate = random.Range(0.035, 0.09);
    }

    /// <summary>Objects of greater depth hide the others.</summary>
    public double Depth => _y;

    /// <param name="view">Gets the object.</param>
    /// <param name="time">In frames.</param>
    public void Paint(View view, double time)
    {
        var x = (_camera.Pan * time) + _x + (_facing * _drift * Unit.Wave(_start + (time / _period)));
        var y = _y + (5 * _way.At(time, 0, 0.5));
        var tilt = 0.12 * _way.At(time, 40, 0.5);
        var size = _size * (1 + (0.12 * _way.At(0.5 * time, 80, 0.5)));
        var limbs = _body.At((_rate * time) + _start);
        var (length, soft) = (Math.Sqrt(1 + (tilt * tilt)), view.Pixel / size);
        view.Paint(x, y, size, (wx, wy) =>
        {
            var (dx, dy) = (_facing * (wx - x) / (size * length), (wy - y) / (size * length));
            return Look(limbs, dx + (tilt * dy), dy - (tilt * dx), soft);
        });
    }

    /// <summary>Grey and cover of a point of the body, whose coordinates are in its lengths.</summary>
    private (double Grey, double Cover) Look(Limb[] limbs, double x, double y, double soft)
    {
        var (grey, cover, coat, isLooked) = (0.0, 0.0, 0.0, false);
        foreach (var limb in limbs)
        {
            var (distance, side) = limb.At(x, y);
            if (distance > 0.03)
            {
                continue;
            }

            if (!isLooked)
            {
                // The coat keeps its measure whatever the zoom; the fringe bends the outline like hair.
                (coat, isLooked) = (_coat.At(x * _size, y * _size), true);
            }

            var edge = distance + (0.8 * _fringe.At(x * _size, y * _size, 0.5) / _size);
            var share = Math.Clamp(0.5 - (edge / soft), 0, 1);
            grey += share * (_grey + limb.Tone - (16 * side) + (limb.Coat * coat) - grey);
            cover += share * (1 - cover);
        }

        return cover > 0 ? (grey / cover, cover) : (0, 0);
    }
}
