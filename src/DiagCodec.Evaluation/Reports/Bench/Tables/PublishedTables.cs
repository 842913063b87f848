using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Evaluation.Bench.Analysis;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>Tables of papers in their own layout, the paper's figures and ours side by side.</summary>
internal static class PublishedTables
{
    public const string NotHere = "not in this experiment";

    private const string Nothing = "-";

    public static ImmutableArray<ReportTable> Of(BenchAnalysis analysis) =>
    [
        .. analysis.File.Experiment.Tables.SelectMany(use => analysis.File.Published.Where(t => t.Name == use.Table).Take(1).Select(t => Of(analysis, t, use))),
    ];

    private static ReportTable Of(BenchAnalysis analysis, PublishedTable table, PublishedTableUse use) => new(
        table.Title,
        [
            new ReportColumn("") { IsWords = true },
            new ReportColumn("here") { IsWords = true },
            .. table.Columns.SelectMany((c, i) => Word(use, i) == Nothing
                ? (ReportColumn[])[new("paper", c)]
                : [new("paper", c), new("here", c)]),
        ],
        [.. table.Rows.Select(r => Row(analysis, table, use, r))],
        [
            $"Printed in: {table.Source}.",
            .. table.Notes,
            "Figures under 'here' are of this experiment's cases, network and anchor: BD-mIoU in points and BD-rate in percent by own mIoU, below it by mIoU to the truth, times in seconds a case. "
            + (analysis.Groups is [_, { IsWindow: true } window] ? $"Methods that code the window are compared with {window.Anchor}. " : "")
            + "They show whether the order of methods holds, not whether the same numbers come out.",
        ]);

    private static ReportRow Row(BenchAnalysis analysis, PublishedTable table, PublishedTableUse use, PublishedRow row)
    {
        var named = use.Rows.GetValueOrDefault(row.Label);
        var here = named is not null && analysis.File.Methods.Any(m => m.Name == named);
        var who = here ? named! : named is null ? NotHere : $"{named}: left out";
        var cells = ImmutableArray.CreateBuilder<ReportCell>();
        cells.Add(row.Label);
        cells.Add(who);
        for (var i = 0; i < table.Columns.Length; i++)
        {
            cells.Add(i < row.Values.Length && row.Values[i] is { } value ? ReportNumber.Exact(value).Replace('-', '\u2212') : ReportNumber.None);
            if (Word(use, i) is var word && word != Nothing)
            {
                cells.Add(here ? Ours(analysis, named!, word) : "");
            }
        }

        return new ReportRow(cells.ToImmutable(), here && AnchorGroup.IsAnchor(analysis.File.Experiment, analysis.File.Methods.First(m => m.Name == named)));
    }

    private static ReportCell Ours(BenchAnalysis analysis, string method, string word)
    {
        var times = analysis.Times.First(t => t.Method.Name == method).Mean;
        return word switch
        {
            "bd-miou" => Delta(analysis, method, DeltaKind.Quality),
            "bd-rate" => Delta(analysis, method, DeltaKind.Rate),
            "parameters" => Tuned(analysis.File.Methods.First(m => m.Name == method)),
            "allocate" => Seconds(times?.Allocate),
            "encode" => Seconds(times?.Encode),
            "decode" => Seconds(times?.Decode),
            _ => new ReportCell(ReportNumber.None) { Tooltip = "bench.json does not tell" },
        };
    }

    private static ReportCell Tuned(BenchMethod method) => method.TunedParameters is { } count
        ? count.ToString(CultureInfo.InvariantCulture)
        : new ReportCell(ReportNumber.None) { Tooltip = "the method has no policy" };

    private static ReportCell Delta(BenchAnalysis analysis, string method, DeltaKind kind)
    {
        var (own, truth) = (analysis.Deltas(QualityMeasure.OwnMiou, method)!, analysis.Deltas(QualityMeasure.TruthMiou, method)!);
        var second = truth[kind].Mean is { } mean ? ReportNumber.Signed(mean, DeltaTable.Decimals(truth.Measure, kind)) : ReportNumber.None;
        var cell = DeltaTable.Cell(own, kind);
        var note = $"to the truth {second}";
        return cell with { Note = note, Short = cell.Short is { Length: > 0 } counts ? $"{counts}, {note}" : note };
    }

    private static string Word(PublishedTableUse use, int column) => column < use.Columns.Length ? use.Columns[column] : Nothing;

    private static string Seconds(double? seconds) => seconds is { } s ? ReportNumber.Seconds(s) : ReportNumber.None;
}
