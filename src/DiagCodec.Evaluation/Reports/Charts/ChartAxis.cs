namespace DiagCodec.Evaluation.Reports.Charts;

/// <summary>One axis of a chart.</summary>
/// <param name="Title">What is shown and its unit.</param>
/// <param name="Scale">Range and ticks.</param>
public sealed record ChartAxis(string Title, AxisScale Scale);
