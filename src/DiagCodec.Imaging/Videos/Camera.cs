using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Imaging.Videos;

/// <summary>Pans, drifts, zooms, rolls and shakes, each smoothly.</summary>
internal sealed class Camera
{
    private readonly SolidNoise _slow;
    private readonly SolidNoise _fast;
    private readonly double _shake;
    private readonly double _zoom;
    private readonly double _roll;
    private readonly double _tilt;

    public Camera(int seed)
    {
        var random = new PhantomRandom(seed, 2);
        Pan = random.Range(0, 1) < 0.25 ? 0 : random.Range(0.5, 3) * (random.Range(-1, 1) < 0 ? -1 : 1);
        (_shake, _zoom) = (random.Range(0, 1) * random.Range(0, 2.4), random.Range(0, 0.16));
        (_roll, _tilt) = (random.Range(0, 0.035), random.Range(0, 14));
        (_slow, _fast) = (new SolidNoise(seed + 11, 30), new SolidNoise(seed + 12, 2.5));
    }

    /// <summary>Units from frame to frame, signed.</summary>
    public double Pan { get; }

    /// <param name="time">In frames.</param>
    public CameraPose At(double time)
    {
        var x = (Pan * time) + (12 * _slow.At(time, 0, 0.5)) + (_shake * _fast.At(time, 0, 0.5));
        var y = (_tilt * _slow.At(time, 60, 0.5)) + (_shake * _fast.At(time, 5, 0.5));
        var roll = _roll * _slow.At(time, 120, 0.5);
        var length = Math.Sqrt(1 + (roll * roll));
        return new CameraPose(x, y, 1.05 + (_zoom * _slow.At(time, 180, 0.5)), 1 / length, roll / length);
    }
}
