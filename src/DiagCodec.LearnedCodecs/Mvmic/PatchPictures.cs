using DiagCodec.LearnedCodecs.Models;
using DiagCodec.Segmentation.Train.Sampling;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>Patches of adjacent slices as the pictures that a codec codes one by one, and back.</summary>
internal static class PatchPictures
{
    /// <summary>Pictures of the codec's channels; a codec of one channel codes adjacent slices as pictures of their own.</summary>
    public static Tensor ToPictures(PatchBatch batch, CodecShape shape, Device device) =>
        tensor(batch.Images, [batch.Batch * batch.Channels / shape.Channels, shape.Channels, batch.Size, batch.Size]).to(device);

    /// <summary>Decoded pictures as a task's network sees them.</summary>
    public static Tensor ToSlices(Tensor pictures, PatchBatch batch) =>
        pictures.clamp(0, 1).reshape(batch.Batch, batch.Channels, batch.Size, batch.Size);
}
