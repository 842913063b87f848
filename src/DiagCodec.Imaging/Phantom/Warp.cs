using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Bends space a little, so that no outline of an organ stays a geometric figure and neighbours bend together.</summary>
internal sealed class Warp(int seed)
{
    /// <summary>No point moves further along an axis, mm.</summary>
    public const double Reach = Slow + Quick;

    private const double Slow = 3.6;
    private const double Quick = 1;

    private readonly SolidNoise _slow = new(seed + 5, 34);
    private readonly SolidNoise _quick = new(seed + 6, 11);

    /// <summary>Where in the standard patient the tissue at <paramref name="p"/> comes from.</summary>
    public Vector3 At(Vector3 p) => p + (Slow * Direction(_slow, p)) + (Quick * Direction(_quick, p));

    /// <summary>One field read at three places far apart gives three independent values.</summary>
    private static Vector3 Direction(SolidNoise noise, Vector3 p) =>
        new(noise.At(p.X, p.Y, p.Z), noise.At(p.X + 1000, p.Y, p.Z), noise.At(p.X, p.Y + 1000, p.Z));
}
