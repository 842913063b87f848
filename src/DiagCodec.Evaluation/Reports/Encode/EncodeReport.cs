using DiagCodec.Evaluation.Reports.Markup;
using DiagCodec.Evaluation.Reports.Page;
using DiagCodec.Evaluation.Reports.Pictures;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>One self-contained HTML page about one encode: no patient data, nothing loaded from elsewhere, readable without scripts.</summary>
public static class EncodeReport
{
    /// <param name="output">UTF-8; stays open.</param>
    /// <param name="data">Complete: the encode is done.</param>
    public static void Write(TextWriter output, EncodeReportData data)
    {
        var source = data.Result.Manifest.Source;
        var figures = new EncodeFigures(data);
        var view = IntensityViewChoice.For(data.Prepared, data.Window);
        ReportPage.Write(output, "Encode report", source.Description, html =>
        {
            KeyFigures.Write(html, data, figures, view);
            TaskTable.Write(html, data);
            SearchTable.Write(html, data);
            RegionTable.Write(html, data);
            Findings.Write(html, source.Findings);
            FrameCharts.Write(html, data.Result.Video, data.Sampler.Slices);
            new SliceGallery(data, view).Write(html);
            SizeTable.Write(html, data, figures);
            Provenance.Write(html, data);
        });
    }
}
