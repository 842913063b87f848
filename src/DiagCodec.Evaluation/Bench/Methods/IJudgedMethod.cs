using DiagCodec.Evaluation.Bench.Run;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>A codec whose decoded slices are judged by networks of its own, tuned on what it decodes, in place of the experiment's.</summary>
public interface IJudgedMethod : IImageMethod
{
    /// <param name="parameter">One of the method's grid.</param>
    /// <returns>Of the experiment's task; null for the experiment's network.</returns>
    /// <exception cref="DiagCodecException">There is none, or it cannot be read.</exception>
    BenchNetwork? JudgeOf(double parameter);
}
