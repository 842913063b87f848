using System.Collections.Immutable;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Train;

/// <summary>
/// Goes on training a network on images that the real encoder has coded and decoded, so that it needs less fidelity and less of its
/// surroundings: MVMICNet's second stage (codec fixed, task network tuned on decoded images) with HEVC as the codec.
/// </summary>
/// <param name="Options">Of the continued training.</param>
/// <param name="Harden">Codes the training cases and gives them back with what was decoded.</param>
/// <param name="Hash">Of all that decides what <paramref name="Harden"/> gives.</param>
public sealed record HardenedTraining(
    TrainingOptions Options,
    Func<ImmutableArray<LabelledSeries>, CancellationToken, ImmutableArray<TrainingCase>> Harden,
    string Hash);
