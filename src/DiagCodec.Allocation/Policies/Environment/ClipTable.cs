using System.Collections.Immutable;

namespace DiagCodec.Allocation.Policies.Environment;

/// <summary>
/// Bits and errors of every frame of a clip at the plans of a <see cref="CodedGrid"/>, and what lies between: the table that stands in
/// for the encoder while a policy learns, as RSC has one (papers before DMIC precompute bits per CTU and mask per QP).
/// </summary>
public sealed class ClipTable
{
    private readonly ImmutableArray<Row> _rows;

    /// <param name="name">Of the clip.</param>
    /// <param name="ownVoxels">Diagnosed voxels that the network finds in the uncompressed clip.</param>
    /// <param name="truthVoxels">Diagnosed voxels of the truth.</param>
    /// <param name="uncoded">Voxels that the network finds otherwise than the truth in the uncompressed clip, frame by frame.</param>
    /// <param name="plans">Figures by plan, at least one.</param>
    public ClipTable(string name, long ownVoxels, long truthVoxels, ImmutableArray<int> uncoded, IReadOnlyDictionary<QpSpan, PlanFigures> plans)
    {
        (Name, OwnVoxels, TruthVoxels, Uncoded) = (name, ownVoxels, truthVoxels, uncoded);
        Plans = plans.ToImmutableDictionary();
        _rows =
        [
            .. plans.GroupBy(p => p.Key.Foreground).OrderBy(g => g.Key)
                .Select(g => new Row(g.Key, [.. g.OrderBy(p => p.Key.Background).Select(p => (p.Key.Background - g.Key, p.Value))])),
        ];
    }

    public string Name { get; }

    public long OwnVoxels { get; }

    public long TruthVoxels { get; }

    public ImmutableArray<int> Uncoded { get; }

    public ImmutableDictionary<QpSpan, PlanFigures> Plans { get; }

    public int Frames => Uncoded.Length;

    /// <summary>
    /// Bits of a frame at QPs between those that were coded: their logarithm is linear in the QPs. Below the finest and above the coarsest
    /// QP it goes on as it went.
    /// </summary>
    /// <param name="frame">Index in coding order.</param>
    /// <param name="foreground">QP of blocks with mask, as a P frame has it.</param>
    /// <param name="background">QP of the others, not below <paramref name="foreground"/>.</param>
    public double Bits(int frame, double foreground, double background) =>
        Math.Exp(Between(foreground, background - foreground, goesOn: true, f => Math.Log(Math.Max(1, f.Bits[frame]))));

    /// <summary>Voxels of a frame that are found otherwise than before coding; between the QPs that were coded linear, beyond them as at the last.</summary>
    /// <inheritdoc cref="Bits" path="/param"/>
    public double OwnErrors(int frame, double foreground, double background) =>
        Between(foreground, background - foreground, goesOn: false, f => f.OwnErrors[frame]);

    /// <summary>Voxels of a frame that are found otherwise than the truth has them, likewise.</summary>
    /// <inheritdoc cref="Bits" path="/param"/>
    public double TruthErrors(int frame, double foreground, double background) =>
        Between(foreground, background - foreground, goesOn: false, f => f.TruthErrors[frame]);

    private double Between(double qp, double span, bool goesOn, Func<PlanFigures, double> value)
    {
        if (_rows.Length == 1)
        {
            return _rows[0].At(span, goesOn, value);
        }

        var upper = 1;
        while (upper < _rows.Length - 1 && qp > _rows[upper].Qp)
        {
            upper++;
        }

        var (low, high) = (_rows[upper - 1], _rows[upper]);
        return Line(qp, low.Qp, low.At(span, goesOn, value), high.Qp, high.At(span, goesOn, value), goesOn);
    }

    private static double Line(double x, double x0, double y0, double x1, double y1, bool goesOn)
    {
        var share = (x - x0) / (x1 - x0);
        return y0 + ((goesOn ? share : Math.Clamp(share, 0, 1)) * (y1 - y0));
    }

    /// <summary>Plans of one foreground QP, by how much coarser the background is.</summary>
    private sealed record Row(int Qp, ImmutableArray<(int Span, PlanFigures Figures)> Spans)
    {
        public double At(double span, bool goesOn, Func<PlanFigures, double> value)
        {
            if (Spans.Length == 1)
            {
                return value(Spans[0].Figures);
            }

            var upper = 1;
            while (upper < Spans.Length - 1 && span > Spans[upper].Span)
            {
                upper++;
            }

            // A background beyond the coarsest QP is coded at the coarsest.
            var (low, high) = (Spans[upper - 1], Spans[upper]);
            return Line(Math.Min(span, high.Span), low.Span, value(low.Figures), high.Span, value(high.Figures), goesOn);
        }
    }
}
