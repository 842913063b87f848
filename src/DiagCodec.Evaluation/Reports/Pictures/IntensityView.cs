using System.Globalization;

namespace DiagCodec.Evaluation.Reports.Pictures;

/// <summary>How the values of a series are shown: their unit, the window, and whether low is bright.</summary>
/// <param name="Unit">HU, rescaled units or stored units.</param>
/// <param name="Window">Black to white.</param>
/// <param name="Reason">Where the window comes from, a few words.</param>
/// <param name="LowIsBright">MONOCHROME1.</param>
public sealed record IntensityView(string Unit, DisplayWindow Window, string Reason, bool LowIsBright)
{
    public string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"window {Window.Center:0.##}/{Window.Width:0.##} {Unit} ({Reason}){(LowIsBright ? ", low values bright (MONOCHROME1)" : "")}");

    public byte Grey(double value)
    {
        var grey = Window.Grey(value);
        return LowIsBright ? (byte)(byte.MaxValue - grey) : grey;
    }
}
