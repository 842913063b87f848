using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;

namespace DiagCodec.Allocation.RateControl;

/// <summary>An archive whose size was asked for.</summary>
/// <param name="Encode">As from any encode.</param>
/// <param name="Plan">The plan that was found.</param>
/// <param name="Target">What was asked for.</param>
/// <param name="Bytes">What came, counted as the target counts.</param>
/// <param name="Qp">The fractional base QP found, such as 31.25.</param>
/// <param name="Pass">Which pass it came from, from 1.</param>
/// <param name="Passes">Encodes that the search took.</param>
public sealed record RateResult(EncodeResult Encode, CodingPlan Plan, RateTarget Target, long Bytes, double Qp, int Pass, int Passes)
{
    public double Deviation => Target.Deviation(Bytes);
}
