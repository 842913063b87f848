using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Metrics.Tests;

public sealed class SquaredErrorTests
{
    [Fact]
    public void By_hand()
    {
        Assert.Equal(1 + 0 + 16, SquaredError.Sum<int>([1, 2, 3], [2, 2, -1]));
        Assert.Equal(17 / 3.0, SquaredError.Mean<int>([1, 2, 3], [2, 2, -1]));
        Assert.Equal(255.0 * 255, SquaredError.Sum<byte>([0], [255]));
    }

    [Fact]
    public void The_ends_of_32_bits_are_not_too_far_apart() =>
        Assert.Equal(4294967295.0 * 4294967295.0, SquaredError.Sum<int>([int.MinValue], [int.MaxValue]));

    [Fact]
    public void Twelve_bits_at_their_worst_stay_exact()
    {
        var black = new ushort[1 << 20];
        var white = new ushort[1 << 20];
        Array.Fill(white, (ushort)4095);
        Assert.Equal(4095L * 4095 * (1 << 20), SquaredError.Sum<ushort>(black, white));
    }

    [Fact]
    public void Symmetric_and_zero_only_for_equal_samples()
    {
        Prop.ForAll<short[], short[]>((x, y) =>
        {
            var length = Math.Min(x.Length, y.Length);
            if (length == 0)
            {
                return true;
            }

            var (a, b) = (x[..length], y[..length]);
            var sum = SquaredError.Sum<short>(a, b);
            return sum == SquaredError.Sum<short>(b, a) && sum == 0 == a.AsSpan().SequenceEqual(b);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Unequal_lengths_are_refused_with_both_lengths()
    {
        var e = Assert.Throws<ArgumentException>(() => SquaredError.Sum<int>([1, 2], [1]));
        Assert.Contains("found 2 and 1", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => SquaredError.Mean<int>([], []));
    }
}
