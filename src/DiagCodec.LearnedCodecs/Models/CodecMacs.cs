namespace DiagCodec.LearnedCodecs.Models;

/// <summary>
/// Multiplications with addition that a codec's convolutions take for a pixel, GDN's among them; what the context model's masked taps save is counted off, what
/// mvmicnet's attention adds is left out.
/// </summary>
/// <param name="Analysis">g_a.</param>
/// <param name="HyperAnalysis">h_a.</param>
/// <param name="HyperSynthesis">h_s.</param>
/// <param name="Context">The context model and the parameter network; 0 without one.</param>
/// <param name="Synthesis">g_s.</param>
public sealed record CodecMacs(double Analysis, double HyperAnalysis, double HyperSynthesis, double Context, double Synthesis)
{
    private const int FiveByFive = 25;
    private const int ThreeByThree = 9;
    private const int MaskedTaps = 12;

    /// <summary>To encode: all but the synthesis.</summary>
    public double Encode => Analysis + HyperAnalysis + HyperSynthesis + Context;

    /// <summary>To decode.</summary>
    public double Decode => HyperSynthesis + Context + Synthesis;

    /// <exception cref="Imaging.Faults.UsageException">The shape is wrong.</exception>
    public static CodecMacs Of(CodecShape shape) => shape.Fault() is { } fault
        ? throw new Imaging.Faults.UsageException(fault)
        : shape.Codec == CodecShape.Cheng ? Cheng(shape.Channels, shape.Width) : MeanScale(shape.Channels, shape.Width, shape.Latent);

    private static CodecMacs MeanScale(double c, double n, double m)
    {
        // A map of a 2^k-th of the sides has a 4^k-th of the places; a transposed convolution works at its input's places.
        var gdn = n * n * ((1.0 / 4) + (1.0 / 16) + (1.0 / 64));
        return new CodecMacs(
            (FiveByFive * ((c * n / 4) + (n * n / 16) + (n * n / 64) + (n * m / 256))) + gdn,
            (ThreeByThree * m * n / 256) + (FiveByFive * n * n * ((1.0 / 1024) + (1.0 / 4096))),
            (FiveByFive * ((n * m / 4096) + (m * m * 1.5 / 1024))) + (ThreeByThree * m * 1.5 * m * 2 / 256),
            0,
            (FiveByFive * ((m * n / 256) + (n * n / 64) + (n * n / 16) + (n * c / 4))) + gdn);
    }

    private static CodecMacs Cheng(double c, double n)
    {
        var square = n * n;
        double Down(double from, double places) => ((ThreeByThree * from * n) + (ThreeByThree * square) + (from * n) + square) * places;
        double Block(double places) => 2 * ThreeByThree * square * places;
        double Up(double places) => (2 * ThreeByThree * 4 * square * places / 4) + (((ThreeByThree * square) + square) * places);
        var hidden = n * 3 / 2;
        return new CodecMacs(
            Down(c, 1.0 / 4) + Block(1.0 / 4) + Down(n, 1.0 / 16) + Block(1.0 / 16) + Down(n, 1.0 / 64) + Block(1.0 / 64) + (ThreeByThree * square / 256),
            ThreeByThree * square * ((2.0 / 256) + (2.0 / 1024) + (1.0 / 4096)),
            ThreeByThree * (((square + (4 * square)) / 4096) + (((n * hidden) + (4 * hidden * hidden)) / 1024) + (hidden * 2 * n / 256)),
            ((MaskedTaps * 2 * square) + (4 * n * Math.Floor(n * 10 / 3)) + (Math.Floor(n * 10 / 3) * Math.Floor(n * 8 / 3)) + (Math.Floor(n * 8 / 3) * 2 * n)) / 256,
            Block(1.0 / 256) + Up(1.0 / 64) + Block(1.0 / 64) + Up(1.0 / 16) + Block(1.0 / 16) + Up(1.0 / 4) + Block(1.0 / 4) + (ThreeByThree * n * 4 * c / 4));
    }
}
