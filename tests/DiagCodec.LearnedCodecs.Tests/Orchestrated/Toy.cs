using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Orchestrated;
using DiagCodec.LearnedCodecs.Orchestrated.Train;
using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.LearnedCodecs.Tests.Orchestrated;

/// <summary>Bright squares on a dark, noisy ground: a task that small networks learn in seconds.</summary>
internal static class Toy
{
    public const int Side = 48;

    public static OrchestratedLayout Layout { get; } = new() { CompressionWidth = 2, Bits = 8, ReconstructionWidth = 2, SegmentorWidth = 2, CriticWidth = 2 };

    public static OrchestratedOptions Options { get; } = new() { Epochs = 4, StepsPerEpoch = 10, Batch = 4, Patch = Side, LearningRate = 2e-3, RateWarmUp = 0 };

    public static OrchestratedBatch Draw(int number, int count = 4)
    {
        var random = new Random(number);
        var (images, labels) = (new float[count * Side * Side], new long[count * Side * Side]);
        for (var n = 0; n < count; n++)
        {
            var (size, x, y) = (random.Next(12, 24), random.Next(Side - 24), random.Next(Side - 24));
            for (var i = 0; i < Side * Side; i++)
            {
                var inside = i % Side >= x && i % Side < x + size && i / Side >= y && i / Side < y + size;
                images[(n * Side * Side) + i] = (inside ? 0.7f : 0.2f) + (0.1f * random.NextSingle());
                labels[(n * Side * Side) + i] = inside ? 1 : 0;
            }
        }

        return new OrchestratedBatch(images, labels, count, [Side, Side]);
    }

    /// <summary>Pictures of the same kind as cases, of an odd size.</summary>
    public static ImmutableArray<TrainingCase> Cases(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(n =>
        {
            var batch = Draw(1000 + n, 1);
            var planes = new InputPlanes(Side, Side - 1, 1, [[.. batch.Images.SkipLast(Side).Select(v => (ushort)(v * InputPlanes.Scale))]]);
            return new TrainingCase($"case{n}", new TrainingVolume(planes, [[.. batch.Labels.SkipLast(Side).Select(l => (byte)l)]]), []);
        })];
}
