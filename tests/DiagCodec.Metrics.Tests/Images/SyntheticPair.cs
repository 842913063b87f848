namespace DiagCodec.Metrics.Tests.Images;

/// <summary>
/// A pattern of 12 bits and a disturbed copy of it, the same on every machine. The golden values of the tests were computed for it with
/// numpy and scipy (a two-dimensional convolution with the 11 x 11 window instead of this project's separable filter):
/// <code>
/// x = 2048 + (r * c * 5) % 701 + 540 * ((r // 8 + c // 8) % 2) - 3 * r
/// y = clip(x + 3 * ((7 * r + 13 * c) % 41 - 20) + 25 * (c > columns // 2), 0, 4095)
/// g = exp(-(arange(11) - 5)**2 / 4.5); W = outer(g, g) / outer(g, g).sum(); f = lambda a: convolve2d(a, W, "valid")
/// cs = (2 * (f(x*y) - f(x)*f(y)) + C2) / (f(x*x) - f(x)**2 + f(y*y) - f(y)**2 + C2); l = (2*f(x)*f(y) + C1) / (f(x)**2 + f(y)**2 + C1)
/// half = lambda a: convolve2d(pad(a, ((0, 1), (0, 1)), "symmetric"), ones((2, 2)) / 4, "valid")[::2, ::2]
/// </code>
/// </summary>
internal static class SyntheticPair
{
    public static (ushort[] Reference, ushort[] Test) Of(int columns, int rows)
    {
        var (reference, test) = (new ushort[columns * rows], new ushort[columns * rows]);
        for (var i = 0; i < reference.Length; i++)
        {
            var (r, c) = (i / columns, i % columns);
            var value = 2048 + (r * c * 5 % 701) + (540 * (((r / 8) + (c / 8)) % 2)) - (3 * r);
            reference[i] = (ushort)value;
            test[i] = (ushort)Math.Clamp(value + (3 * ((((7 * r) + (13 * c)) % 41) - 20)) + (c > columns / 2 ? 25 : 0), 0, 4095);
        }

        return (reference, test);
    }
}
