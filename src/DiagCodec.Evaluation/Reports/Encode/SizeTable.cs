using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>Where the bytes of the archive are.</summary>
internal static class SizeTable
{
    public const string ManifestName = "manifest.json";

    /// <summary>Local header, central directory header and end record of a ZIP (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16), names apart.</summary>
    private const int LocalHeader = 30;
    private const int DirectoryHeader = 46;
    private const int EndRecord = 22;

    public static void Write(HtmlWriter html, EncodeReportData data, EncodeFigures figures)
    {
        var entries = data.Result.Manifest.Entries;
        var structure = ZipStructure(entries.Keys.Append(ManifestName));
        var manifest = figures.ArchiveBytes - entries.Values.Sum(e => e.Bytes) - structure;
        html.Start("section").Element("h2", "Where the bytes are").Start("table", ("class", "sizes"));
        html.Start("thead").Start("tr");
        foreach (var head in (string[])["part", "holds", "bytes", "share", "bits per voxel", "unpacked"])
        {
            html.Element("th", head);
        }

        html.End().End().Start("tbody");
        foreach (var (name, entry) in entries.OrderByDescending(e => e.Value.Bytes))
        {
            Row(name, Meaning(name), entry.Bytes, entry.Plain is { } plain ? Quantity.Count(plain) : "");
        }

        Row(ManifestName, "how the archive was made (deflated)", manifest, "");
        Row("ZIP structure", "headers, directory", structure, "");
        html.End().Start("tfoot");
        Row("archive", $"{Quantity.Significant((double)figures.ArchiveBytes / data.Prepared.Series.Volume.Slices)} bytes a slice", figures.ArchiveBytes, "");
        html.End().End().End();

        void Row(string name, string meaning, long bytes, string unpacked)
        {
            var share = (double)bytes / figures.ArchiveBytes;
            html.Start("tr").Element("th", name, ("scope", "row")).Element("td", meaning).Element("td", Quantity.Count(bytes));
            html.Start("td", ("class", "share"), ("style", $"--share:{SvgNumber.Of(100 * share)}%")).Element("span", Quantity.Percent(share)).End();
            html.Element("td", Quantity.Fixed(8.0 * bytes / figures.Voxels, 4)).Element("td", unpacked).End();
        }
    }

    /// <summary>Bytes that a ZIP of these entries needs beside their data.</summary>
    internal static long ZipStructure(IEnumerable<string> names) =>
        EndRecord + names.Sum(n => (long)LocalHeader + DirectoryHeader + (2 * n.Length));

    private static string Meaning(string name) => name switch
    {
        "video.hevc" => "the frames, HEVC",
        "headers.br" => "source files without pixels",
        "padding.br" => "where padding lies",
        "qp-map.br" => "QP of every block",
        _ => "",
    };
}
