namespace DiagCodec.Imaging.Phantom;

/// <summary>Smooth random values in space, -1 to 1: random numbers on a lattice, blended in between.</summary>
/// <param name="seed">Another field for every seed.</param>
/// <param name="grain">mm between lattice points.</param>
internal sealed class SolidNoise(int seed, double grain)
{
    public double At(double x, double y, double z)
    {
        var (i, u) = Split(x / grain);
        var (j, v) = Split(y / grain);
        var (k, w) = Split(z / grain);
        return Mix(Plane(i, j, k, u, v), Plane(i, j, k + 1, u, v), w);
    }

    private double Plane(int i, int j, int k, double u, double v) =>
        Mix(Mix(Lattice(i, j, k), Lattice(i + 1, j, k), u), Mix(Lattice(i, j + 1, k), Lattice(i + 1, j + 1, k), u), v);

    private double Lattice(int i, int j, int k)
    {
        var h = ((uint)i * 0x8DA6B343) ^ ((uint)j * 0xD8163841) ^ ((uint)k * 0xCB1AB31F) ^ ((uint)seed * 0x9E3779B9);
        h = (h ^ (h >> 15)) * 0x2C1B3C6D;
        h = (h ^ (h >> 12)) * 0x297A2D39;
        return ((h ^ (h >> 15)) * (2.0 / uint.MaxValue)) - 1;
    }

    private static (int Cell, double Blend) Split(double position)
    {
        var cell = Math.Floor(position);
        var f = position - cell;
        return ((int)cell, f * f * (3 - (2 * f)));
    }

    private static double Mix(double a, double b, double t) => a + ((b - a) * t);
}
