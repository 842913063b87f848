using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>One slice while it is painted: values, classes, where each pixel's tissue comes from, and the textures.</summary>
internal sealed class SliceCanvas
{
    private const double AirHu = -1000;

    /// <summary>The warp is smooth: every fourth pixel is enough, the others lie between.</summary>
    private const int Coarse = 4;

    private readonly float[][] _textures = [[], [], []];
    private readonly float[] _x;
    private readonly float[] _y;
    private readonly float[] _z;
    private readonly int _seed;

    public SliceCanvas(ScanGrid grid, double z, int seed)
    {
        Grid = grid;
        Z = z;
        _seed = seed;
        var pixels = grid.Size * grid.Size;
        Hu = new float[pixels];
        Array.Fill(Hu, (float)AirHu);
        (_x, _y, _z) = (new float[pixels], new float[pixels], new float[pixels]);
        Bend(new(seed));
    }

    public ScanGrid Grid { get; }

    public double Z { get; }

    public float[] Hu { get; }

    public Vector3 Source(int pixel) => new(_x[pixel], _y[pixel], _z[pixel]);

    /// <summary>A pattern of about -1 to 1, made when it is first asked for.</summary>
    public float[] Texture(TextureKind kind)
    {
        ref var field = ref _textures[(int)kind];
        if (field.Length == 0)
        {
            field = Pattern(kind);
        }

        return field;
    }

    private float[] Pattern(TextureKind kind)
    {
        var field = new float[Hu.Length];
        var (large, small) = (new SolidNoise(_seed + 20 + (int)kind, 5.5), new SolidNoise(_seed + 30 + (int)kind, 1.7));
        for (var i = 0; i < field.Length; i++)
        {
            var (x, y, z) = (_x[i], _y[i], _z[i]);
            field[i] = (float)(kind switch
            {
                TextureKind.Mottle => large.At(x, y, z),
                TextureKind.Grain => small.At(x, y, z) + (0.5 * large.At(x, y, z)),
                _ => Ridge(large.At(x, y, z)) + (0.4 * small.At(x, y, z)),
            });
        }

        return field;
    }

    /// <summary>1 where the noise passes zero, which it does on thin sheets; falls to 0 on both sides.</summary>
    private static double Ridge(double noise)
    {
        var height = Math.Max(1 - (6 * Math.Abs(noise)), 0);
        return height * height;
    }

    private void Bend(Warp warp)
    {
        var size = Grid.Size;
        var knots = ((size + Coarse - 2) / Coarse) + 1;
        var moved = new Vector3[knots * knots];
        for (var k = 0; k < moved.Length; k++)
        {
            var (row, column) = Math.DivRem(k, knots);
            moved[k] = warp.At(new(Grid.X(column * Coarse), Grid.Y(row * Coarse), Z));
        }

        for (var i = 0; i < Hu.Length; i++)
        {
            var (row, column) = Math.DivRem(i, size);
            var (u, v) = (column % Coarse / (double)Coarse, row % Coarse / (double)Coarse);
            var at = (row / Coarse * knots) + (column / Coarse);
            var (right, below) = (column / Coarse + 1 < knots ? 1 : 0, row / Coarse + 1 < knots ? knots : 0);
            var p = ((1 - v) * (((1 - u) * moved[at]) + (u * moved[at + right])))
                + (v * (((1 - u) * moved[at + below]) + (u * moved[at + below + right])));
            (_x[i], _y[i], _z[i]) = ((float)p.X, (float)p.Y, (float)p.Z);
        }
    }
}
