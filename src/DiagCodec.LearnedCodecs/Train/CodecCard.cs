using System.Globalization;
using System.Text;
using DiagCodec.LearnedCodecs.Files;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>The model card, out of codec.json. A person who adds words to it does so after the last training.</summary>
internal static class CodecCard
{
    public static string Of(CodecDocument document)
    {
        var text = new StringBuilder();
        Line($"# {document.Name}");
        Line($"");
        Line($"{document.Description}. {document.Network.Channels} channel(s). Not for diagnosis.");
        Line($"");
        Line($"| quality | lambda | steps | bits a pixel | PSNR, dB | weights |");
        Line($"|---|---|---|---|---|---|");
        foreach (var (index, q) in document.Qualities.Index())
        {
            Line($"| {index + 1} | {q.Lambda} | {q.Steps} | {q.BitsPerPixel?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "not measured"} | {q.Psnr?.ToString("0.00", CultureInfo.InvariantCulture) ?? "not measured"} | {q.File} |");
        }

        Line($"");
        Line($"Bits are real bytes of slices that were held out, without the archive's headers; PSNR is the mean over these slices.");
        Line($"");
        foreach (var q in document.Qualities)
        {
            Line($"    {q.Command}");
        }

        Line($"");
        Line($"Data: {string.Join("; ", document.Qualities.Select(q => q.Data).Distinct())}. Licence: {document.Licence}.");
        return text.ToString();

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}
