using System.Collections.Immutable;
using DiagCodec.Evaluation.Policies;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>pretrain</c> and <c>finetune --json</c> print. A score of 1 is the best single action of each clip.</summary>
internal sealed record PolicyTrainingSummary(
    string Policy,
    string Output,
    string Sha256,
    string Strategy,
    long Parameters,
    ImmutableArray<string> Cases,
    ImmutableArray<string> Validation,
    int BestIteration,
    double ScoreBefore,
    double Score,
    ImmutableArray<TableCheck> Checks,
    ImmutableArray<PolicyComparison> Comparisons,
    double Seconds);
