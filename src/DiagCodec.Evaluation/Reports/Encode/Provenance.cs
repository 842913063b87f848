using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>What it takes to make the same archive again, and to check it.</summary>
internal static class Provenance
{
    public static void Write(HtmlWriter html, EncodeReportData data)
    {
        var (manifest, video) = (data.Result.Manifest, data.Result.Video);
        html.Start("section", ("class", "provenance")).Element("h2", "How it was made").Start("dl");
        Row("Tool", manifest.Tool);
        Row("Command", manifest.Command);
        Row("Encoder", video.Encoder);
        Row("Encoder options", video.Options);
        Row("Reconstruction SHA-256", video.ReconstructionSha256);
        foreach (var (name, entry) in manifest.Entries)
        {
            Row($"{name} SHA-256", entry.Sha256);
        }

        html.End().End();

        void Row(string name, string value) => html.Element("dt", name).Start("dd").Element("code", value).End();
    }
}
