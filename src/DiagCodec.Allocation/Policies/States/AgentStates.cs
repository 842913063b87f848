using System.Buffers;
using System.Numerics;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Imaging.Resample;
using DiagCodec.Imaging.Volumes;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.Allocation.Policies.States;

/// <summary>
/// What agents see of a clip: every slice and its mask, brought to 448x256 pixels (DMIC II-B: slices and masks; size reconstructed
/// from the width of the fully connected layer). Slices of another shape are stretched.
/// </summary>
public sealed class AgentStates
{
    private const int Plane = AgentNetwork.Width * AgentNetwork.Height;
    private const int FrameLength = AgentNetwork.Channels * Plane;

    private readonly float[][] _frames;

    private AgentStates(float[][] frames) => _frames = frames;

    public int Frames => _frames.Length;

    /// <summary>The same numbers, whatever the number of cores.</summary>
    /// <param name="volume">The slices.</param>
    /// <param name="mask">On the same grid; any class but 0 counts.</param>
    /// <param name="window">Physical values that become 0 and 1; others are clipped.</param>
    /// <exception cref="ArgumentException">The mask is of another size.</exception>
    public static AgentStates Of(Volume volume, LabelMap mask, StateWindow window)
    {
        if ((mask.Columns, mask.Rows, mask.Slices) != (volume.Columns, volume.Rows, volume.Slices))
        {
            throw new ArgumentException($"a mask of {mask.Columns}x{mask.Rows}x{mask.Slices} for slices of {volume.Columns}x{volume.Rows}x{volume.Slices}", nameof(mask));
        }

        var frames = new float[volume.Slices][];
        Parallel.For(
            0,
            volume.Slices,
            () => (Stored: new int[volume.PixelsPerSlice], Scaled: new float[volume.PixelsPerSlice]),
            (z, _, buffers) =>
            {
                frames[z] = GC.AllocateUninitializedArray<float>(FrameLength);
                Slice(volume, z, window, buffers.Stored, buffers.Scaled, frames[z].AsSpan(0, Plane));
                Mask(volume, mask.Slice(z), buffers.Scaled, frames[z].AsSpan(Plane));
                return buffers;
            },
            _ => { });
        return new AgentStates(frames);
    }

    /// <param name="frames">Which ones, in what order.</param>
    /// <param name="device">Where the tensor goes.</param>
    /// <returns>N x 2 x 256 x 448.</returns>
    public Tensor Of(ReadOnlySpan<int> frames, Device device)
    {
        var length = frames.Length * FrameLength;
        var chosen = ArrayPool<float>.Shared.Rent(length);
        for (var i = 0; i < frames.Length; i++)
        {
            _frames[frames[i]].CopyTo(chosen.AsSpan(i * FrameLength));
        }

        var states = tensor(chosen.AsMemory(0, length), [frames.Length, AgentNetwork.Channels, AgentNetwork.Height, AgentNetwork.Width]).to(device);
        ArrayPool<float>.Shared.Return(chosen);
        return states;
    }

    private static void Slice(Volume volume, int z, StateWindow window, int[] stored, float[] scaled, Span<float> plane)
    {
        volume.ReadSlice(z, stored);
        var rescale = volume.RescaleOf(z);
        var (scale, shift) = ((float)(rescale.Slope / (window.High - window.Low)), (float)((rescale.Intercept - window.Low) / (window.High - window.Low)));
        Scale(stored, scale, shift, scaled);
        PlaneResampler.Bilinear(scaled, volume.Columns, volume.Rows, plane, AgentNetwork.Width, AgentNetwork.Height);
    }

    /// <summary>The same bits, whatever the width of the machine's vectors.</summary>
    private static void Scale(ReadOnlySpan<int> stored, float scale, float shift, Span<float> scaled)
    {
        var i = 0;
        for (; i <= scaled.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var value = (Vector.ConvertToSingle(new Vector<int>(stored[i..])) * scale) + new Vector<float>(shift);
            Vector.Min(Vector.Max(value, Vector<float>.Zero), Vector<float>.One).CopyTo(scaled[i..]);
        }

        for (; i < scaled.Length; i++)
        {
            scaled[i] = Math.Clamp((stored[i] * scale) + shift, 0, 1);
        }
    }

    private static void Mask(Volume volume, ReadOnlySpan<byte> labels, float[] scaled, Span<float> plane)
    {
        // Most slices of a clip show nothing of what the task is about.
        if (!labels.ContainsAnyExcept((byte)0))
        {
            plane.Clear();
            return;
        }

        for (var i = 0; i < scaled.Length; i++)
        {
            scaled[i] = Math.Min(labels[i], (byte)1);
        }

        PlaneResampler.Bilinear(scaled, volume.Columns, volume.Rows, plane, AgentNetwork.Width, AgentNetwork.Height);
    }
}
