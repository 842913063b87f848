using System.Collections.Immutable;
using DiagCodec.Evaluation.Tolerance.Measure;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tolerance.Summary;

/// <summary>One model's cases under one measure.</summary>
/// <param name="Model">Its name.</param>
/// <param name="Cases">Those with foreground.</param>
/// <param name="LeftOut">How many have none.</param>
internal sealed record ModelCurves(string Model, ImmutableArray<CaseCurve> Cases, int LeftOut)
{
    /// <exception cref="InvalidInputException">A row is missing: means over different cases would be compared.</exception>
    public static ModelCurves Of(IEnumerable<ToleranceRow> rows, string model, ToleranceMeasure measure, ImmutableArray<int> qps)
    {
        var cases = ImmutableArray.CreateBuilder<CaseCurve>();
        var leftOut = 0;
        foreach (var group in rows.Where(r => r.Model == model).GroupBy(r => r.Case))
        {
            var source = Find(group, null);
            if (measure == ToleranceMeasure.Truth ? source.TruthVoxels == 0 : source.OwnDice is null)
            {
                leftOut++;
                continue;
            }

            ToleranceRow[] coded = [.. qps.Select(q => Find(group, q))];
            cases.Add(new CaseCurve(
                group.Key,
                Value(source),
                Array.ConvertAll(coded, Value),
                Array.ConvertAll(coded, r => r.BitsPerVoxel ?? throw Missing(r.Case, r.Qp)),
                Array.ConvertAll(coded, r => r.Psnr)));
        }

        return new ModelCurves(model, cases.ToImmutable(), leftOut);

        ToleranceRow Find(IGrouping<string, ToleranceRow> group, int? qp) => group.FirstOrDefault(r => r.Qp == qp) ?? throw Missing(group.Key, qp);

        double Value(ToleranceRow row) => (measure == ToleranceMeasure.Truth ? row.Dice : row.OwnDice) ?? throw Missing(row.Case, row.Qp);

        InvalidInputException Missing(string name, int? qp) =>
            new(FormattableString.Invariant($"tolerance: model {model} has no value of case {name} {(qp is { } q ? $"at QP {q}" : "without coding")}; finish the measurement"));
    }
}
