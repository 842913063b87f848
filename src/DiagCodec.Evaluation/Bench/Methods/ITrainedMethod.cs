using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>A codec that learnt from cases.</summary>
public interface ITrainedMethod : IBenchMethod
{
    /// <summary>Names of the cases that its models learnt from or were chosen by, as far as their folders tell.</summary>
    ImmutableArray<string> SeenCases();
}
