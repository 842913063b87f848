using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Environment;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.Training;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Models;

namespace DiagCodec.Evaluation.Policies;

/// <summary>What a policy is pretrained or tuned with.</summary>
public sealed record PolicyTrainingOptions
{
    /// <summary>Of the policy that comes out; see <see cref="ModelName"/>.</summary>
    public required string Name { get; init; }

    /// <summary>Folder of images and label maps.</summary>
    public required string Data { get; init; }

    /// <summary>Where images and label maps are in it; null: the known layouts.</summary>
    public string? Pairs { get; init; }

    /// <summary>Numbers of the label maps to the task's classes; null: as they are.</summary>
    public string? Labels { get; init; }

    /// <summary>Only the run of so many neighbouring slices with most foreground; null: whole volumes.</summary>
    public int? Slices { get; init; }

    /// <summary>Task, model folder, or folder of folds that judges.</summary>
    public required string Model { get; init; }

    public WeightsVariant Variant { get; init; } = WeightsVariant.Plain;

    /// <summary>Whether the network may have seen the cases in its own training.</summary>
    public bool AllUnseen { get; init; }

    /// <summary>Annotated cases to learn from; empty: the first <see cref="Shots"/> by name.</summary>
    public ImmutableArray<string> Cases { get; init; } = [];

    /// <summary>Cases to learn from, 1 or more; 0: all but those for validation.</summary>
    public int Shots { get; init; } = 1;

    /// <summary>Cases that choose the weights that are kept; empty: the next <see cref="Validation"/> by name.</summary>
    public ImmutableArray<string> ValidationCases { get; init; } = [];

    /// <summary>How many; 0 or more.</summary>
    public int Validation { get; init; }

    /// <summary>What of the policy learns.</summary>
    public TuningStrategy Strategy { get; init; } = TuningStrategy.A2c;

    /// <summary>Of a new policy; a tuned one keeps its own.</summary>
    public ActionSets Actions { get; init; } = ActionSets.Step;

    /// <summary>Of a new policy, rising, 0 to 100.</summary>
    public ImmutableArray<double> Tradeoffs { get; init; } = [0, 1, 2, 4, 8, 16, 32, 64, 100];

    /// <summary>64, 32 or 16; null: as the policy has it, 64 for a new one.</summary>
    public int? Block { get; init; }

    /// <summary>Blocks round one that holds mask; null: as the policy has it, 0 for a new one.</summary>
    public int? Margin { get; init; }

    public RewardOptions Reward { get; init; } = new();

    public A2cOptions Learning { get; init; } = new();

    /// <summary>Of the encodes that the table is made of.</summary>
    public EncoderPreset Preset { get; init; } = EncoderPreset.Balanced;

    /// <summary>Plans that are coded at a time, 1 to 256.</summary>
    public int Workers { get; init; } = System.Environment.ProcessorCount;

    /// <summary>Plans of the finished policy that are really coded, to hold the table against; 0 to 64.</summary>
    public int Checks { get; init; } = 3;

    /// <summary>As typed, without paths.</summary>
    public string Command { get; init; } = "";

    /// <summary>Name and version of diagcodec.</summary>
    public required string Tool { get; init; }

    /// <exception cref="UsageException">A value is out of range; all are named.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        Add(!ModelName.IsValid(Name), $"--name {Name}: expected lower-case letters, digits and inner hyphens, at most 64");
        Add(Shots < 0 || (Cases.IsEmpty && Shots == 0 && Strategy != TuningStrategy.Full), FormattableString.Invariant($"--shots {Shots}: expected 1 or more"));
        Add(Validation < 0, FormattableString.Invariant($"--validation {Validation}: expected 0 or more"));
        Add(Cases.Intersect(ValidationCases).Any(), "--cases and --validation-cases: a case is in both");
        Add(Slices is < 1, FormattableString.Invariant($"--slices {Slices}: expected 1 or more"));
        Add(Workers is < 1 or > 256, FormattableString.Invariant($"--parallel {Workers}: expected 1 to 256"));
        Add(Checks is < 0 or > 64, FormattableString.Invariant($"--checks {Checks}: expected 0 to 64"));
        Add(Margin is < 0 or > 64, FormattableString.Invariant($"--margin {Margin}: expected 0 to 64"));
        Add(Block is { } b && !QpMap.BlockSizes.Contains(b), FormattableString.Invariant($"--block {Block}: expected 64, 32 or 16"));
        Add(Tradeoffs.IsDefaultOrEmpty || Tradeoffs.Any(t => !(t >= 0 && t <= 100)) || Tradeoffs.Zip(Tradeoffs.Skip(1)).Any(p => p.First >= p.Second), "--tradeoffs: expected rising numbers of 0 to 100");
        if (faults.Count > 0)
        {
            throw new UsageException(string.Join("; ", faults));
        }

        Reward.Validate();
        Learning.Validate();
        Actions.Validate();

        void Add(bool isFault, string words)
        {
            if (isFault)
            {
                faults.Add(words);
            }
        }
    }
}
