using System.Collections.Immutable;
using DiagCodec.Coding.Plans;

namespace DiagCodec.Allocation.Policies.Environment;

/// <summary>
/// The plans that are really coded for a table: foreground QPs, and backgrounds that are coarser. What lies between is interpolated: a
/// table of all thousand actions would take a thousand encodes a clip.
/// </summary>
public static class CodedGrid
{
    private const int Finest = 12;
    private const int Coarsest = 48;
    private const int Step = 6;

    private static readonly int[] Spans = [0, 6, 12, 18];

    /// <param name="bitDepth">8, 10 or 12.</param>
    /// <returns>QPs of P frames in blocks with and without mask; the I frame is 3 finer, as <see cref="GopStructure.Step"/> has it.</returns>
    public static ImmutableArray<QpSpan> Of(int bitDepth)
    {
        var highest = QpMap.HighestCodedQpAt(bitDepth);
        var spans = ImmutableArray.CreateBuilder<QpSpan>();
        for (var qp = Finest; qp <= Coarsest; qp += Step)
        {
            foreach (var background in Spans.Select(s => Math.Min(qp + s, highest)).Distinct())
            {
                spans.Add(new QpSpan(qp, background));
            }
        }

        return spans.ToImmutable();
    }
}
