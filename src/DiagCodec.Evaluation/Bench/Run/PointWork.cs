using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>A point on its way through a bench.</summary>
/// <param name="work">Its case.</param>
/// <param name="index">Of its method.</param>
/// <param name="method">That codes it.</param>
/// <param name="parameter">Of the method's grid.</param>
/// <param name="key">Of the coded case.</param>
internal sealed class PointWork(CaseWork work, int index, IBenchMethod method, double parameter, string key)
{
    private BenchNetwork? _network;

    public CaseWork Case => work;

    public int MethodIndex => index;

    public IBenchMethod Method => method;

    public double Parameter => parameter;

    public string Key => key;

    /// <summary>That judges it: the method's own, or the case's.</summary>
    public BenchNetwork Network => _network ??= (method as IJudgedMethod)?.JudgeOf(parameter) ?? work.Network;

    /// <summary>Null until it was measured or failed.</summary>
    public PointOutcome? Outcome { get; set; }

    public BenchPoint Named => new(work.Source.Name, method.Facts.Name, parameter, key);
}
