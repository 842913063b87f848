using DiagCodec.Imaging.Faults;

namespace DiagCodec.Allocation.Policies.Training;

/// <summary>How agents learn. Rates, batch and iterations are DMIC's (III-A); the rest is reconstructed.</summary>
public sealed record A2cOptions
{
    /// <summary>Optimiser steps; 1 to 1,000,000, default 1,000.</summary>
    public int Iterations { get; init; } = 1000;

    /// <summary>Of Adam for the frame agent. Above 0, default 1e-3.</summary>
    public double FrameLearningRate { get; init; } = 1e-3;

    /// <summary>Of Adam for the CTU agent. Above 0, default 1e-4.</summary>
    public double CtuLearningRate { get; init; } = 1e-4;

    /// <summary>Clips a step; 0: all, as in DMIC, where it is the number of shots.</summary>
    public int Batch { get; init; }

    /// <summary>
    /// Decisions of an agent that a step looks at while convolutions are trained, spread over its clips, at least one each; without, all are
    /// looked at. 1 or more, default 16.
    /// </summary>
    public int StatesPerStep { get; init; } = 16;

    /// <summary>Actions tried in every state at every step: the table answers at once. 1 or more, default 32.</summary>
    public int SamplesPerState { get; init; } = 32;

    /// <summary>Weight of the critic's squared error. 0 or above, default 0.5.</summary>
    public double ValueWeight { get; init; } = 0.5;

    /// <summary>Weight of the entropy at the start; it falls to 0 at the end. 0 or above, default 0.05.</summary>
    public double EntropyWeight { get; init; } = 0.05;

    /// <summary>
    /// The scores of a policy that is tuned are multiplied by this before it begins: a pretrained policy is sure of its actions, and what is
    /// never tried is never learnt. What it holds for best stays. Above 0 to 1, default 0.1.
    /// </summary>
    public double Softening { get; init; } = 0.1;

    /// <summary>Steps between validations, which are checkpoints too. 1 or more, default 50.</summary>
    public int ValidateEvery { get; init; } = 50;

    /// <summary>Of the sampling, and of random weights. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <exception cref="UsageException">Values are out of range; all are named.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        Add(Iterations is < 1 or > 1_000_000, "iterations: expected 1 to 1000000");
        Add(!IsRate(FrameLearningRate) || !IsRate(CtuLearningRate), "learning rates: expected numbers above 0, at most 1");
        Add(Batch < 0, "batch: expected 0 or more");
        Add(StatesPerStep < 1 || SamplesPerState < 1 || ValidateEvery < 1, "states, samples and steps between validations: expected 1 or more");
        Add(Softening is not (> 0 and <= 1), "softening: expected a number above 0, at most 1");
        Add(!(ValueWeight >= 0 && EntropyWeight >= 0), "weights of value and entropy: expected 0 or above");
        if (faults.Count > 0)
        {
            throw new UsageException(string.Join("; ", faults));
        }

        void Add(bool isFault, string words)
        {
            if (isFault)
            {
                faults.Add(words);
            }
        }
    }

    private static bool IsRate(double rate) => rate is > 0 and <= 1;
}
