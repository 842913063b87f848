using DiagCodec.Imaging.Resample;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Imaging.Tests.Resample;

public sealed class PlaneResamplerTests
{
    [Fact]
    public void Planes_made_by_hand()
    {
        // Centres of 2 pixels among those of 4: at 0.5 and 2.5; of 4 among 2: at -0.25 (the edge goes on), 0.25, 0.75, 1.25.
        Assert.Equal([2f, 3.5f, 6.5f, 8f], Row([2, 8], 4));
        Assert.Equal([1f, 1f, 1f], Row([1], 3));

        // 3 to 2 is a step of 1.5, still plain: centres at 0.25 and 1.75.
        Assert.Equal([1f, 7f], Row([0, 4, 8], 2));

        // 8 to 4 is averaged: 1/16, 7/16, 7/16, 1/16 inside, and the share beyond an edge goes to its pixel: 8/16, 7/16, 1/16.
        Assert.Equal([8f, 0f, 0f, 0f], Row([16, 0, 0, 0, 0, 0, 0, 0], 4));
        Assert.Equal([7f, 1f, 0f, 0f], Row([0, 16, 0, 0, 0, 0, 0, 0], 4));
        Assert.Equal([1f, 7f, 0f, 0f], Row([0, 0, 16, 0, 0, 0, 0, 0], 4));
    }

    [Fact]
    public void Identity_is_exact_to_the_bit()
    {
        float[] odd = [-0f, 0f, float.Epsilon, -1e30f, 1 / 3f, float.NaN];
        foreach (var (columns, rows) in ((int, int)[])[(6, 1), (1, 6), (2, 3), (3, 2)])
        {
            var copy = new float[6];
            PlaneResampler.Bilinear(odd, columns, rows, copy, columns, rows);
            Assert.Equal(odd.Select(BitConverter.SingleToInt32Bits), copy.Select(BitConverter.SingleToInt32Bits));
        }

        byte[] labels = [3, 0, 255, 1, 1, 2];
        var same = new byte[6];
        PlaneResampler.Nearest(labels, 3, 2, same, 3, 2);
        Assert.Equal(labels, same);
    }

    [Fact]
    public void A_constant_stays_exactly_what_it_is()
    {
        Prop.ForAll(Sizes.ToArbitrary(), Gen.Choose(-1_000_000, 1_000_000).ToArbitrary(), (s, n) =>
        {
            var value = n / 333f;
            var source = new float[s.Columns * s.Rows];
            Array.Fill(source, value);
            var target = new float[s.TargetColumns * s.TargetRows];
            PlaneResampler.Bilinear(source, s.Columns, s.Rows, target, s.TargetColumns, s.TargetRows);
            Assert.All(target, v => Assert.Equal(value, v));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_ramp_stays_a_ramp_but_near_the_edges()
    {
        Prop.ForAll(Sizes.ToArbitrary(), s =>
        {
            static float At(double x, double y) => (float)(10 + (3 * x) - (2 * y));
            var source = new float[s.Columns * s.Rows];
            for (var i = 0; i < source.Length; i++)
            {
                source[i] = At((i % s.Columns) + 0.5, (i / s.Columns) + 0.5);
            }

            var target = new float[s.TargetColumns * s.TargetRows];
            PlaneResampler.Bilinear(source, s.Columns, s.Rows, target, s.TargetColumns, s.TargetRows);
            var (stepX, stepY) = ((double)s.Columns / s.TargetColumns, (double)s.Rows / s.TargetRows);
            for (var i = 0; i < target.Length; i++)
            {
                var (x, y) = (((i % s.TargetColumns) + 0.5) * stepX, ((i / s.TargetColumns) + 0.5) * stepY);
                if (IsInside(x, stepX, s.Columns) && IsInside(y, stepY, s.Rows))
                {
                    Assert.Equal(At(x, y), target[i], 2e-4);
                }
            }
        }).QuickCheckThrowOnFailure();

        // The centres of the outermost source pixels, and the area of the target pixel where it is averaged, bound the inside.
        static bool IsInside(double at, double step, int length)
        {
            var margin = step > 1.5 ? 0.5 + (step / 2) : 0.5;
            return at >= margin - 1e-9 && at <= length - margin + 1e-9;
        }
    }

    [Fact]
    public void Values_stay_between_the_lowest_and_the_highest()
    {
        Prop.ForAll(Sizes.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (s, seed) =>
        {
            var random = new Random(seed);
            var source = Enumerable.Range(0, s.Columns * s.Rows).Select(_ => random.NextSingle()).ToArray();
            var target = new float[s.TargetColumns * s.TargetRows];
            PlaneResampler.Bilinear(source, s.Columns, s.Rows, target, s.TargetColumns, s.TargetRows);
            Assert.All(target, v => Assert.InRange(v, source.Min() - 1e-6f, source.Max() + 1e-6f));
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void There_and_back_loses_no_more_than_curvature_says(int factor)
    {
        // f = sin(2 pi x / 64) has |f''| <= k = (2 pi / 64)^2. The area average has variance factor^2 / 12 + 1/6 and so errs by half of it
        // times k; interpolation between samples that are factor apart errs by factor^2 / 8 times k; two axes err twice.
        const int Size = 96;
        var source = new float[Size * Size];
        for (var i = 0; i < source.Length; i++)
        {
            source[i] = (float)(Math.Sin(2 * Math.PI * (i % Size) / 64) * Math.Cos(2 * Math.PI * (i / Size) / 64));
        }

        var small = new float[Size / factor * (Size / factor)];
        var back = new float[source.Length];
        PlaneResampler.Bilinear(source, Size, Size, small, Size / factor, Size / factor);
        PlaneResampler.Bilinear(small, Size / factor, Size / factor, back, Size, Size);
        var curvature = Math.Pow(2 * Math.PI / 64, 2);
        var bound = 2 * curvature * ((((factor * factor / 12.0) + (1 / 6.0)) / 2) + (factor * factor / 8.0));
        var errors = Enumerable.Range(0, source.Length)
            .Where(i => i % Size is >= 8 and < Size - 8 && i / Size is >= 8 and < Size - 8)
            .Select(i => Math.Abs(source[i] - back[i]));
        Assert.InRange(errors.Max(), 0, bound);
    }

    [Fact]
    public void Detail_too_fine_for_the_target_becomes_its_mean()
    {
        // One pixel 0, one pixel 1: plain interpolation at a step of 3 sees every third pixel only and makes stripes 0, 1, 0, 1 of them.
        var stripes = Enumerable.Range(0, 240).Select(i => (float)(i & 1)).ToArray();
        Assert.All(Row(stripes, 80)[1..^1], v => Assert.InRange(v, 0.4f, 0.6f));
        Assert.All(Row(stripes, 60)[1..^1], v => Assert.Equal(0.5f, v, 1e-6f));
    }

    [Fact]
    public void Nearest_takes_the_class_under_the_centre()
    {
        Assert.Equal([1, 1, 2, 2], Nearest([1, 2], 4));
        Assert.Equal([2, 4], Nearest([1, 2, 3, 4], 2));
        Assert.Equal([2, 5], Nearest([1, 2, 3, 4, 5, 6], 2));
        Assert.Equal([1, 2, 2, 3], Nearest([1, 2, 3], 4));
        Assert.Equal([9], Nearest([1, 9, 3], 1));
    }

    [Fact]
    public void Nearest_to_a_multiple_and_back_is_exact()
    {
        Prop.ForAll(Gen.Choose(1, 9).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), Gen.Choose(1, 5).ToArbitrary(), (columns, rows, factor) =>
        {
            var source = Enumerable.Range(0, columns * rows).Select(i => (byte)(i * 7)).ToArray();
            var large = new byte[source.Length * factor * factor];
            PlaneResampler.Nearest(source, columns, rows, large, columns * factor, rows * factor);
            var back = new byte[source.Length];
            PlaneResampler.Nearest(large, columns * factor, rows * factor, back, columns, rows);
            Assert.Equal(source, back);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Axes_do_not_mix()
    {
        // Resampling one axis after the other is the same as both at once.
        var random = new Random(1);
        var source = Enumerable.Range(0, 12 * 10).Select(_ => random.NextSingle()).ToArray();
        var (half, stepwise, once) = (new float[5 * 10], new float[5 * 23], new float[5 * 23]);
        PlaneResampler.Bilinear(source, 12, 10, half, 5, 10);
        PlaneResampler.Bilinear(half, 5, 10, stepwise, 5, 23);
        PlaneResampler.Bilinear(source, 12, 10, once, 5, 23);
        Assert.Equal(stepwise, once);
    }

    [Theory]
    [InlineData(64, 1, 100)]
    [InlineData(64, 37, 40)]
    [InlineData(64, 9, 11)]
    [InlineData(7, 5, 50)]
    [InlineData(61, 33, 20)]
    public void Both_axes_round_alike(int length, int others, int target)
    {
        var random = new Random(length);
        var source = Enumerable.Range(0, length * others).Select(_ => (random.NextSingle() * 3000) - 1000).ToArray();
        var (across, down) = (new float[target * others], new float[target * others]);
        PlaneResampler.Bilinear(source, length, others, across, target, others);
        PlaneResampler.Bilinear(Turned(source, length, others), others, length, down, others, target);
        Assert.Equal(across, Turned(down, others, target));
    }

    [Theory]
    [InlineData(512, 0.7, 1.0, 358)]
    [InlineData(512, 0.7, 0.7, 512)]
    [InlineData(3, 0.1, 10, 1)]
    [InlineData(100, 1.5, 0.5, 300)]
    public void Lengths_come_nearest_to_the_wanted_spacing(int pixels, double spacing, double wanted, int expected) =>
        Assert.Equal(expected, PlaneResampler.Length(pixels, spacing, wanted));

    [Fact]
    public void Sizes_that_do_not_fit_their_spans_are_refused()
    {
        Assert.Contains("a plane of 3x2 expected, found 5 values", Assert.Throws<ArgumentException>(() => PlaneResampler.Bilinear(new float[5], 3, 2, new float[4], 2, 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PlaneResampler.Bilinear(new float[6], 3, 2, new float[4], 4, 0));
        Assert.Throws<ArgumentException>(() => PlaneResampler.Nearest(new byte[6], 3, 2, new byte[3], 2, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => PlaneResampler.Length(5, 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PlaneResampler.Length(0, 1, 1));
        Assert.Throws<OverflowException>(() => PlaneResampler.Length(5, 1, double.Epsilon));
    }

    private static Gen<(int Columns, int Rows, int TargetColumns, int TargetRows)> Sizes =>
        from columns in Gen.Choose(1, 40)
        from rows in Gen.Choose(1, 40)
        from targetColumns in Gen.Choose(1, 60)
        from targetRows in Gen.Choose(1, 60)
        select (columns, rows, targetColumns, targetRows);

    /// <summary>The same along both axes, as a row and as a column.</summary>
    private static float[] Row(float[] source, int length)
    {
        var (row, column) = (new float[length], new float[length]);
        PlaneResampler.Bilinear(source, source.Length, 1, row, length, 1);
        PlaneResampler.Bilinear(source, 1, source.Length, column, 1, length);
        Assert.Equal(row, column);
        return row;
    }

    private static byte[] Nearest(byte[] source, int length)
    {
        var target = new byte[length];
        PlaneResampler.Nearest(source, source.Length, 1, target, length, 1);
        return target;
    }

    private static float[] Turned(float[] plane, int columns, int rows) => [.. Enumerable.Range(0, columns * rows).Select(i => plane[(i % rows * columns) + (i / rows)])];
}
