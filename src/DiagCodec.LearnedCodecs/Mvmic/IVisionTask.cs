using System.Collections.Immutable;
using DiagCodec.Segmentation.Train.Sampling;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>What a task's network makes of decoded pictures: L_task of MVMICNet for training, and figures for people.</summary>
public interface IVisionTask
{
    /// <summary>The task's network. Frozen or learning is its user's choice.</summary>
    nn.Module Network { get; }

    /// <summary>Adjacent slices that the network sees.</summary>
    int Inputs { get; }

    /// <summary>What <see cref="Accuracy"/> counts, such as the Dice of a class.</summary>
    ImmutableArray<string> Figures { get; }

    /// <param name="decoded">N x adjacent slices x H x W, decoded, 0 to 1.</param>
    /// <param name="batch">The patches that were coded, with their truth.</param>
    /// <returns>A scalar with a gradient to the pictures and to the network.</returns>
    Tensor LossOf(Tensor decoded, PatchBatch batch);

    /// <summary>Looks at the slices of a case, out of training.</summary>
    /// <param name="slices">1 x adjacent slices x rows x columns each, 0 to 1, with one class number a pixel; enumerated once, pictures are disposed of.</param>
    CaseFindings Look(IEnumerable<(Tensor Seen, byte[] Truth)> slices);

    /// <summary>One figure for every name in <see cref="Figures"/>; null where it is not defined.</summary>
    /// <param name="cases">Any sample of cases that this task looked at; a case may be there more than once.</param>
    ImmutableArray<double?> Accuracy(IReadOnlyCollection<CaseFindings> cases);
}
