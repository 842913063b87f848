using System.Collections.Immutable;

namespace DiagCodec.Allocation.Policies.Files;

/// <summary>One training in the life of a policy.</summary>
/// <param name="Kind"><see cref="Pretrain"/> for the first, <see cref="Finetune"/> for all others.</param>
/// <param name="Tool">Name and version of diagcodec.</param>
/// <param name="Command">What was run, without paths.</param>
/// <param name="Task">That judged.</param>
/// <param name="Strategy">Word of the tuning strategy; full for a pretraining.</param>
/// <param name="Parameters">How many were trained for one trade-off.</param>
/// <param name="Cases">Names of the clips that were learnt from.</param>
/// <param name="Validation">Names of the clips that chose when to stop.</param>
/// <param name="Iterations">Asked for.</param>
/// <param name="Best">The iteration whose weights were kept.</param>
/// <param name="Seed">Of the sampling.</param>
/// <param name="Parent">SHA-256 of the weights that it began with; null for random ones.</param>
public sealed record PolicyStep(
    string Kind,
    string Tool,
    string Command,
    string Task,
    string Strategy,
    long Parameters,
    ImmutableArray<string> Cases,
    ImmutableArray<string> Validation,
    int Iterations,
    int Best,
    int Seed,
    string? Parent)
{
    public const string Pretrain = "pretrain";

    public const string Finetune = "finetune";
}
