using System.Collections.Immutable;
using DiagCodec.Segmentation.Input;

namespace DiagCodec.Segmentation.Train.Data;

/// <summary>Slices with their truth, both on the network's grid.</summary>
/// <param name="Planes">What the network sees.</param>
/// <param name="Labels">One class number per pixel of every slice, as many slices as <paramref name="Planes"/> has.</param>
public sealed record TrainingVolume(InputPlanes Planes, ImmutableArray<byte[]> Labels)
{
    public TrainingVolume Clip(int first, int count) => new(Planes.Clip(first, count), Labels.Slice(first, count));
}
