using DiagCodec.Segmentation.Input;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Tests.Input;

public class LocalContrastTests
{
    private const int Columns = 17;
    private const int Rows = 11;

    [Theory]
    [InlineData(0)]
    [InlineData(0.37f)]
    [InlineData(1)]
    public void A_flat_plane_becomes_the_middle(float value) =>
        Assert.All(Apply([.. Enumerable.Repeat(value, Columns * Rows)], 3), v => Assert.Equal(0.5, v, 4));

    [Fact]
    public void Brightness_does_not_matter()
    {
        var plane = Noise(0.1f, 0.4f);
        var (dark, bright) = (Apply(plane, 3), Apply([.. plane.Select(v => v + 0.5f)], 3));
        Assert.All(dark.Zip(bright), p => Assert.Equal(p.First, p.Second, 1e-4));
    }

    /// <summary>But for the 0.02 that keeps flat planes quiet: a deviation of about 0.12 and one of 0.23 differ by less than a tenth.</summary>
    [Fact]
    public void Contrast_matters_little()
    {
        var plane = Noise(0.1f, 0.5f);
        var (low, high) = (Apply(plane, 3), Apply([.. plane.Select(v => 2 * v - 0.1f)], 3));
        Assert.All(low.Zip(high), p => Assert.InRange(Math.Abs(p.Second - 0.5) - Math.Abs(p.First - 0.5), -1e-4, 0.1 * Math.Abs(p.First - 0.5) + 1e-4));
        Assert.All(low.Zip(high), p => Assert.True((p.First - 0.5) * (p.Second - 0.5) >= 0));
    }

    [Fact]
    public void A_slow_shadow_goes_and_a_thin_line_stays()
    {
        const int Side = 64;
        var plane = Enumerable.Range(0, Side * Side).Select(i => (0.4f + (0.4f * (i % Side) / Side)) - (i / Side == 32 ? 0.1f : 0)).ToArray();
        new LocalContrast(Side, Side, 5).Apply(plane);
        for (var x = 16; x < 48; x++)
        {
            Assert.True(plane[(32 * Side) + x] < 0.3, $"{plane[(32 * Side) + x]}");
            Assert.InRange(plane[(10 * Side) + x], 0.48, 0.52);
        }
    }

    [Theory]
    [InlineData(Columns, Rows, 1.0)]
    [InlineData(Columns, Rows, 2.5)]
    [InlineData(Columns, Rows, 20.0)]
    [InlineData(1, 7, 2.0)]
    [InlineData(3, 1, 2.0)]
    public void The_windows_are_those_of_a_plain_Gaussian_with_mirrored_borders(int columns, int rows, double deviation)
    {
        var plane = Noise(0, 1)[..(columns * rows)];
        var expected = Plain(plane, columns, rows, deviation);
        new LocalContrast(columns, rows, deviation).Apply(plane);
        Assert.All(Enumerable.Range(0, plane.Length), i => Assert.Equal(expected[i], plane[i], 1e-4));
    }

    [Fact]
    public void Results_stay_within_0_and_1()
    {
        var plane = new float[41 * 41];
        plane[(20 * 41) + 20] = 1;
        new LocalContrast(41, 41, 6).Apply(plane);
        Assert.All(plane, v => Assert.InRange(v, 0, 1));
        Assert.Equal(1, plane[(20 * 41) + 20]);
    }

    [Fact]
    public void Planes_do_not_depend_on_those_before_them()
    {
        var contrast = new LocalContrast(Columns, Rows, 2);
        var (first, again) = (Noise(0, 1), Noise(0, 1));
        contrast.Apply(first);
        contrast.Apply(new float[Columns * Rows]);
        contrast.Apply(again);
        Assert.Equal(first, again);
    }

    private static float[] Apply(float[] plane, double deviation)
    {
        float[] made = [.. plane];
        new LocalContrast(Columns, Rows, deviation).Apply(made);
        return made;
    }

    private static float[] Noise(float low, float high)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, Columns * Rows).Select(_ => low + ((high - low) * random.NextSingle()))];
    }

    /// <summary>Two dimensions at once, in double precision, out to three deviations.</summary>
    private static double[] Plain(float[] plane, int columns, int rows, double deviation)
    {
        var values = plane.Select(v => (double)v).ToArray();
        var centred = values.Zip(Blur(values), (v, m) => v - m).ToArray();
        var spread = Blur([.. centred.Select(v => v * v)]);
        return [.. centred.Zip(spread, (v, s) => Math.Clamp(0.5 + (v / (8 * (Math.Sqrt(s) + 0.02))), 0, 1))];

        double[] Blur(double[] source)
        {
            var radius = (int)Math.Ceiling(3 * deviation);
            return [.. Enumerable.Range(0, source.Length).Select(i =>
            {
                var (sum, weights) = (0.0, 0.0);
                for (var dy = -radius; dy <= radius; dy++)
                {
                    for (var dx = -radius; dx <= radius; dx++)
                    {
                        var weight = Math.Exp(-0.5 * ((dx * dx) + (dy * dy)) / (deviation * deviation));
                        sum += weight * source[(Reflect((i / columns) + dy, rows) * columns) + Reflect((i % columns) + dx, columns)];
                        weights += weight;
                    }
                }

                return sum / weights;
            })];
        }

        static int Reflect(int i, int length)
        {
            while (i < 0 || i >= length)
            {
                i = i < 0 ? -1 - i : (2 * length) - 1 - i;
            }

            return i;
        }
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(3)]
    [InlineData(20)]
    public void As_an_operation_with_a_gradient_it_gives_the_same(double deviation)
    {
        var plane = Noise(0.1f, 0.9f);
        using var pictures = tensor(plane, [1, 1, Rows, Columns]);
        using var even = TensorContrast.Of(cat([pictures, pictures / 2], 1), deviation);
        Assert.Equal([1, 2, Rows, Columns], even.shape);
        var expected = (float[])[.. Apply(plane, deviation), .. Apply([.. plane.Select(v => v / 2)], deviation)];
        Assert.All(expected.Zip(even.data<float>().ToArray()), p => Assert.Equal(p.First, p.Second, 1e-4));
    }

    [Fact]
    public void Its_gradient_is_finite_even_on_a_flat_plane()
    {
        using var plane = full([1, 1, Rows, Columns], 0.4f).requires_grad_(true);
        using var loss = TensorContrast.Of(plane, 3).square().sum();
        loss.backward();
        Assert.All(plane.grad!.data<float>().ToArray(), g => Assert.True(float.IsFinite(g)));
    }
}
