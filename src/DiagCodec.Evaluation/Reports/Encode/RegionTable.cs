using DiagCodec.Evaluation.Regions;
using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>What was spent inside and outside of the mask, and what came of it.</summary>
internal static class RegionTable
{
    public static void Write(HtmlWriter html, EncodeReportData data)
    {
        if (data.Regions is not { } figures)
        {
            return;
        }

        html.Start("section", ("class", "regions")).Element("h2", "Inside and outside the mask").Start("table").Start("thead").Start("tr");
        foreach (var head in (string[])["region", "voxels", "share of voxels", "PSNR", "bits", "share of bits", "bits per voxel"])
        {
            html.Element("th", head);
        }

        html.End().End().Start("tbody");
        var bits = figures.Inside.Bits + figures.Outside.Bits;
        Row(html, "inside", figures.Inside, figures, bits);
        Row(html, "outside", figures.Outside, figures, bits);
        html.End().End().Element("p", Words(figures), ("class", "quiet")).End();
    }

    private static void Row(HtmlWriter html, string name, RegionError region, RegionFigures figures, double? bits)
    {
        var all = Math.Max(1, figures.Inside.Voxels + figures.Outside.Voxels);
        var psnr = region.Voxels == 0 ? "no voxels" : Quantity.Decibels(region.PsnrAgainst(figures.Peak));
        html.Start("tr").Element("th", name, ("scope", "row"));
        foreach (var cell in (string[])
        [
            Quantity.Count(region.Voxels),
            Quantity.Percent((double)region.Voxels / all),
            psnr,
            region.Bits is { } b ? Quantity.Bits(b) : "not measured",
            region.Bits is { } part && bits > 0 ? Quantity.Percent(part / bits.Value) : "",
            region.BitsPerVoxel is { } each ? Quantity.Significant(each) : "",
        ])
        {
            html.Element("td", cell);
        }

        html.End();
    }

    private static string Words(RegionFigures figures)
    {
        var padding = $"PSNR is of the mean squared error of code values, peak {figures.Peak}; padding belongs to neither region. ";
        return padding + (figures.OtherBits is { } other
            ? $"Bits were read out of the video: what each coding unit takes is spread evenly over its pixels, so the edge of the mask is sharp to one coding unit. Headers and ends of slices, {Quantity.Bits(other)}, belong to no region."
            : "Bits by place need the program qp-probe (tools/qp-probe), which was not found.");
    }
}
