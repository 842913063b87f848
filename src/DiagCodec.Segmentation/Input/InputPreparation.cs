using System.Numerics.Tensors;
using DiagCodec.Imaging.Resample;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;

namespace DiagCodec.Segmentation.Input;

/// <summary>From a volume to what a network sees: physical or code values, the task's range to 0..1, the task's pixel grid, local contrast where the task wants it.</summary>
public static class InputPreparation
{
    /// <param name="volume">As read, or as decoded.</param>
    /// <param name="input">The task's input.</param>
    public static InputPlanes Of(Volume volume, ModelInput input)
    {
        var (columns, rows) = NetworkGrid.Of(volume, input);
        var (stored, source, target) = (new int[volume.PixelsPerSlice], new float[volume.PixelsPerSlice], new float[columns * rows]);
        var contrast = input.LocalContrast is { } deviation ? new LocalContrast(columns, rows, deviation) : null;
        var slices = new ushort[volume.Slices][];
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.ReadSlice(z, stored);
            Scale(stored, volume.RescaleOf(z), input, source);
            if (input.Kind == InputKind.Code && volume.LowIsBright)
            {
                // The network was trained on pictures as they are shown; MONOCHROME1 stores them the other way round.
                TensorPrimitives.Subtract(1, source, source);
            }

            PlaneResampler.Bilinear(source, volume.Columns, volume.Rows, target, columns, rows);
            contrast?.Apply(target);
            slices[z] = Array.ConvertAll(target, v => (ushort)((v * InputPlanes.Scale) + 0.5f));
        }

        return new InputPlanes(columns, rows, NetworkGrid.SliceStep(volume, input), [.. slices]);
    }

    private static void Scale(ReadOnlySpan<int> stored, Rescale rescale, ModelInput input, Span<float> values)
    {
        var applied = input.Kind == InputKind.Hu ? rescale : Rescale.Identity;
        var range = input.High - input.Low;
        var (factor, offset) = ((float)(applied.Slope / range), (float)((applied.Intercept - input.Low) / range));
        for (var i = 0; i < stored.Length; i++)
        {
            values[i] = Math.Clamp((stored[i] * factor) + offset, 0, 1);
        }
    }
}
