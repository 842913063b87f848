using System.Globalization;

namespace DiagCodec.Imaging.Dicom.Writing;

/// <summary>Numbers as values of VR DS, which have 16 characters at most (PS3.5 6.2): the digits that fit are kept.</summary>
internal static class DecimalString
{
    private const int Longest = 16;

    public static string Of(double value)
    {
        for (var digits = Longest; digits > 0; digits--)
        {
            var text = value.ToString($"G{digits}", CultureInfo.InvariantCulture);
            if (text.Length <= Longest)
            {
                return text;
            }
        }

        return "0";
    }

    public static string[] Of(params double[] values) => [.. values.Select(Of)];
}
