using System.Text.RegularExpressions;
using DiagCodec.Networks.Faults;
using DiagCodec.Networks.Models;

namespace DiagCodec.LearnedCodecs.Files;

/// <summary>The ranges of codec.json; all faults are found at once.</summary>
internal static partial class CodecDocumentCheck
{
    private const int LongestText = 4000;
    private const int MostQualities = 64;
    private const double LargestLambda = 1000;

    public static List<string> Find(CodecDocument document)
    {
        var faults = new FieldFaults();
        faults.Expect(document.Schema == CodecDocument.CurrentSchema, "schema", $"{CodecDocument.CurrentSchema}", document.Schema);
        faults.Expect(ModelName.IsValid(document.Name), "name", ModelName.Rule, document.Name);
        Text(faults, "description", document.Description);
        Text(faults, "licence", document.Licence);
        if (document.Network.Fault() is { } fault)
        {
            faults.AddWhole("network", fault);
        }

        var qualities = document.Qualities.IsDefault ? [] : document.Qualities;
        faults.Expect(qualities.Length is >= 1 and <= MostQualities, "qualities", $"1 to {MostQualities}", qualities.Length);
        for (var i = 0; i < Math.Min(qualities.Length, MostQualities); i++)
        {
            var (place, one) = ($"qualities[{i}]", qualities[i]);
            faults.Expect(one.Lambda is > 0 and <= LargestLambda, $"{place}.lambda", $"above 0 to {LargestLambda}", one.Lambda);
            faults.Expect(i == 0 || one.Lambda > qualities[i - 1].Lambda, $"{place}.lambda", "more than the one before", one.Lambda);
            VouchedWeights.Check(faults, place, one.File, one.Sha256);
            faults.Expect(one.Steps >= 0, $"{place}.steps", "0 or more", one.Steps);
            faults.Expect(one.BitsPerPixel is null or >= 0, $"{place}.bitsPerPixel", "0 or more, or null", one.BitsPerPixel);
            faults.Expect(one.Tuned is not { } tuned || TunedFolder().IsMatch(tuned), $"{place}.tuned", "a plain folder name, or null", one.Tuned);
            Text(faults, $"{place}.command", one.Command);
            Text(faults, $"{place}.data", one.Data);
        }

        return faults.Found;
    }

    private static void Text(FieldFaults faults, string place, string text) =>
        faults.Expect(!string.IsNullOrWhiteSpace(text) && text.Length <= LongestText, place, $"a text of 1 to {LongestText} characters", text);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TunedFolder();
}
