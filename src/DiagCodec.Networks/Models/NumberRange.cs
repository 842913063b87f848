namespace DiagCodec.Networks.Models;

/// <summary>From <paramref name="Low"/> to <paramref name="High"/>, both inside; low is below high.</summary>
public sealed record NumberRange(double Low, double High)
{
    /// <summary>Whether all of the other range lies inside.</summary>
    public bool Covers(NumberRange other) => other.Low >= Low && other.High <= High;

    /// <summary>Whether the two have a value in common.</summary>
    public bool Meets(NumberRange other) => other.High >= Low && other.Low <= High;

    public override string ToString() => FormattableString.Invariant($"{Low} to {High}");
}
