using DiagCodec.Evaluation.Reports.Markup;

namespace DiagCodec.Evaluation.Reports.Charts;

/// <summary>Something drawn into the plot area of a chart: bars, a curve, marked places.</summary>
public interface IChartLayer
{
    /// <summary>Its entry in the legend, or null for none.</summary>
    LegendKey? Legend { get; }

    void Write(HtmlWriter html, PlotArea area);
}
