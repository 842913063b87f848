using DiagCodec.Evaluation.Bench.Analysis;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>Policies and searches against the experiment's second anchor.</summary>
internal static class SecondAnchorTable
{
    private static readonly QualityMeasure[] Measures = [QualityMeasure.OwnMiou, QualityMeasure.OwnDice];

    /// <returns>Null where there is nothing to compare.</returns>
    public static ReportTable? Of(BenchAnalysis analysis)
    {
        var methods = analysis.SecondDeltas(QualityMeasure.OwnMiou).Select(d => d.Method).ToArray();
        return methods.Length == 0 ? null : new ReportTable(
            $"Policies and searches at the same bits, against {analysis.File.Experiment.SecondAnchor}",
            DeltaTable.Columns([.. Measures]),
            [
                .. methods.Select((m, i) => new ReportRow(
                [
                    new ReportCell(m.Name) { Note = DeltaTable.Coded(analysis.File, m), Tooltip = m.Description },
                    .. Measures.SelectMany(q => DeltaTable.Kinds.Select(k => DeltaTable.Cell(analysis.SecondDeltas(q)[i], k))),
                ])),
            ],
            ["What a policy or search is worth beyond a simple map: the same deltas as above, with another method in the anchor's place."]);
    }
}
