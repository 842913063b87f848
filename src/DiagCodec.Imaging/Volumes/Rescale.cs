namespace DiagCodec.Imaging.Volumes;

/// <summary>Stored value to its physical value (HU in CT): slope * stored + intercept (PS3.3 C.7.6.16.2.9, C.11.1.1.2).</summary>
/// <param name="Slope">Finite and not 0.</param>
/// <param name="Intercept">Finite.</param>
public readonly record struct Rescale(double Slope, double Intercept)
{
    public static Rescale Identity { get; } = new(1, 0);

    public double Apply(double stored) => (Slope * stored) + Intercept;
}
