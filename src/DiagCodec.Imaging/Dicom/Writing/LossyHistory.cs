using System.Globalization;
using DiagCodec.Imaging.Dicom.DataSets;

namespace DiagCodec.Imaging.Dicom.Writing;

/// <summary>Adds one lossy step to what an image says of its past (PS3.3 C.7.6.1.1.5). Older steps stay in front.</summary>
internal static class LossyHistory
{
    private const int LongestDescription = 1024;

    public static void Add(DicomDataSet set, LossyStep step)
    {
        var ratios = set.Texts(DicomTags.LossyImageCompressionRatio);
        var methods = set.Texts(DicomTags.LossyImageCompressionMethod);
        var before = Math.Max(ratios.Length, methods.Length);
        set.SetText(DicomTags.LossyImageCompression, Vr.CS, "01");
        set.SetText(DicomTags.LossyImageCompressionRatio, Vr.DS, [.. Filled(ratios, before), step.Ratio.ToString("0.###", CultureInfo.InvariantCulture)]);
        set.SetText(DicomTags.LossyImageCompressionMethod, Vr.CS, [.. Filled(methods, before), step.Method]);
    }

    /// <summary>The older text keeps its beginning when both do not fit.</summary>
    public static void Describe(DicomDataSet set, LossyStep step)
    {
        var old = set.Text(DicomTags.DerivationDescription) ?? string.Empty;
        var room = LongestDescription - step.Description.Length - 2;
        var text = old.Length == 0 ? step.Description : $"{old[..Math.Clamp(room, 0, old.Length)]}; {step.Description}";
        set.SetText(DicomTags.DerivationDescription, Vr.ST, text);
    }

    /// <summary>Values of ratio and method correspond by position, so a shorter list is filled with empty values.</summary>
    private static IEnumerable<string> Filled(string[] values, int count) => values.Concat(Enumerable.Repeat(string.Empty, count - values.Length));
}
