using System.Globalization;

namespace DiagCodec.Evaluation.Reports.Markup;

/// <summary>Coordinates as text: two decimals are a fiftieth of what an eye sees, and keep the page small.</summary>
public static class SvgNumber
{
    public static string Of(double value)
    {
        var text = Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
