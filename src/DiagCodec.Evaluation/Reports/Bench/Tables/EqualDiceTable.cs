using System.Globalization;
using DiagCodec.Evaluation.Bench.Analysis;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>Bits that reach a Dice, against those of the method's anchor.</summary>
internal static class EqualDiceTable
{
    public static ReportTable Of(BenchAnalysis analysis) => new(
        "Bits at equal diagnosis",
        [
            new ReportColumn("method") { IsWords = true },
            .. EqualQuality.DiceTargets.SelectMany(d => (ReportColumn[])[
                new("bits against the anchor, %", Group(d)), new("bits per voxel", Group(d))]),
        ],
        GroupedRows.Of(analysis, m => [m.Name, .. analysis.AtEqualDice.SelectMany(t => Cells(t.First(e => e.Method.Name == m.Name)))]),
        [
            "The lowest rate at which the case's own Dice reaches the value, straight between the logarithms of the rates on the curve made rising (isotonic). "
            + "Percent: mean log ratio to the anchor over the cases where both curves cross the value, with its 95 % bootstrap interval; bits per voxel: geometric mean over the same cases.",
            "n/N: cases counted of all. Cases that are above the value from the lowest rate on, or never reach it, are not counted.",
        ]);

    private static string Group(double dice) => $"Own Dice {ReportNumber.Fixed(dice, 2)}";

    private static ReportCell[] Cells(EqualQuality one)
    {
        var cases = one.Rates.Length;
        var counts = $"{Whole(one.Used)}/{Whole(cases)}";
        var why = string.Join("; ", one.Rates.Where(r => r.Reason is not null).GroupBy(r => r.Reason).Select(g => $"{g.Key} ({Whole(g.Count())} of {Whole(cases)} cases)"));
        if (one is not { Percent: { Estimate: { } mean, Low: { } low, High: { } high }, BitsPerVoxel: { } rate })
        {
            return [new ReportCell(ReportNumber.None) { Note = counts, Tooltip = why }, ReportNumber.None];
        }

        return
        [
            new ReportCell(ReportNumber.Signed(mean, 1))
            {
                Range = ReportNumber.Range(low, high, 1),
                Note = counts,
                Doubt = one.Used < cases ? "fewer cases" : null,
                Short = one.Used < cases ? counts : "",
                Tooltip = why.Length == 0 ? null : why,
            },
            ReportNumber.Rate(rate),
        ];
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
