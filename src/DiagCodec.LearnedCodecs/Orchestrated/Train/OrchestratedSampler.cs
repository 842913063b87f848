using System.Collections.Immutable;
using DiagCodec.Segmentation.Train.Data;
using DiagCodec.Segmentation.Train.Sampling;

namespace DiagCodec.LearnedCodecs.Orchestrated.Train;

/// <summary>Batches for the trainer out of cases: augmented patches of slices, or cubes of volumes. A batch depends on the seed and its number alone.</summary>
public sealed class OrchestratedSampler
{
    private readonly PatchSampler? _patches;
    private readonly CubeSampler? _cubes;

    /// <param name="cases">At least one.</param>
    /// <param name="layout">Pictures or volumes, and the channels of a picture: adjacent slices.</param>
    /// <param name="options">Sizes and seed.</param>
    public OrchestratedSampler(ImmutableArray<TrainingCase> cases, OrchestratedLayout layout, OrchestratedOptions options)
    {
        if (layout.Dimensions == 2)
        {
            _patches = new PatchSampler(cases, new PatchOptions { Batch = options.Batch, Size = options.Patch }, layout.Channels, options.Seed);
        }
        else
        {
            _cubes = new CubeSampler(cases, options);
        }
    }

    /// <param name="number">Of the batch, from 0.</param>
    public OrchestratedBatch Draw(int number)
    {
        if (_patches is null)
        {
            return _cubes!.Draw(number);
        }

        var batch = _patches.Draw(number);
        return new OrchestratedBatch(batch.Images, batch.Labels, batch.Batch, [batch.Size, batch.Size]);
    }
}
