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

    private readonly float[] _values;

    private AgentStates(float[] values) => _values = values;

    public int Frames => _values.Length / (AgentNetwork.Channels * Plane);

    /// <param name="volume">The slices.</param>
    /// <param name="mask">On the same grid; any class but 0 counts.</param>
    /// <param name="window">Physical values that become 0 and 1; others are clipped.</param>
    public static AgentStates Of(Volume volume, LabelMap mask, StateWindow window)
    {
        var values = new float[volume.Slices * AgentNetwork.Channels * Plane];
        var stored = new int[volume.PixelsPerSlice];
        var slice = new float[volume.PixelsPerSlice];
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.ReadSlice(z, stored);
            var rescale = volume.RescaleOf(z);
            var (scale, shift) = ((float)(rescale.Slope / (window.High - window.Low)), (float)((rescale.Intercept - window.Low) / (window.High - window.Low)));
            for (var i = 0; i < slice.Length; i++)
            {
                slice[i] = Math.Clamp((stored[i] * scale) + shift, 0, 1);
            }

            var planes = values.AsSpan(z * AgentNetwork.Channels * Plane, AgentNetwork.Channels * Plane);
            PlaneResampler.Bilinear(slice, volume.Columns, volume.Rows, planes[..Plane], AgentNetwork.Width, AgentNetwork.Height);
            var labels = mask.Slice(z);
            for (var i = 0; i < slice.Length; i++)
            {
                slice[i] = labels[i] == 0 ? 0 : 1;
            }

            PlaneResampler.Bilinear(slice, volume.Columns, volume.Rows, planes[Plane..], AgentNetwork.Width, AgentNetwork.Height);
        }

        return new AgentStates(values);
    }

    /// <param name="frames">Which ones, in what order.</param>
    /// <param name="device">Where the tensor goes.</param>
    /// <returns>N x 2 x 256 x 448.</returns>
    public Tensor Of(ReadOnlySpan<int> frames, Device device)
    {
        var length = AgentNetwork.Channels * Plane;
        var chosen = new float[frames.Length * length];
        for (var i = 0; i < frames.Length; i++)
        {
            _values.AsSpan(frames[i] * length, length).CopyTo(chosen.AsSpan(i * length));
        }

        return tensor(chosen, [frames.Length, AgentNetwork.Channels, AgentNetwork.Height, AgentNetwork.Width]).to(device);
    }
}
