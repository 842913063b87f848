using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Resample;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.State;
using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Network;
using TorchSharp;

namespace DiagCodec.Segmentation.Infer;

/// <summary>A task's network applied to volumes.</summary>
public sealed class Segmenter : IDisposable
{
    private readonly UNet2d _network;
    private readonly NetworkPass _pass;

    /// <param name="task">What the network was trained for.</param>
    /// <param name="network">On <paramref name="device"/>; disposed of with this.</param>
    /// <param name="device">Where it runs.</param>
    /// <param name="tiles">How large slices are cut.</param>
    public Segmenter(ModelTask task, UNet2d network, torch.Device device, TileOptions tiles)
    {
        (Task, _network) = (task, network);
        _pass = new NetworkPass(network, device, tiles);
    }

    public ModelTask Task { get; }

    /// <summary>Loads a model's weights.</summary>
    /// <exception cref="InvalidInputException">The weights are missing, broken, or not of this network.</exception>
    public static Segmenter Load(ModelFolder model, WeightsVariant variant, torch.Device device, TileOptions tiles, CancellationToken cancellation)
    {
        using var weights = model.OpenWeights(variant, cancellation);
        var network = NetworkFactory.Create(model.Task, seed: 0, device);
        try
        {
            ModuleState.Load(network, weights, "", cancellation);
            return new Segmenter(model.Task, network, device, tiles);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <summary>The class with the highest probability for every voxel of a volume, on the volume's own grid.</summary>
    /// <param name="volume">As read, or as decoded.</param>
    /// <param name="progress">Told the slices done.</param>
    /// <param name="cancellation">Ends between slices.</param>
    public LabelMap Segment(Volume volume, IProgress<int>? progress, CancellationToken cancellation)
    {
        var planes = InputPreparation.Of(volume, Task.Input);
        var labels = new byte[volume.Slices * volume.PixelsPerSlice];
        var probabilities = new float[_pass.Classes * planes.Columns * planes.Rows];
        var resampled = new float[_pass.Classes * volume.PixelsPerSlice];
        for (var z = 0; z < volume.Slices; z++)
        {
            cancellation.ThrowIfCancellationRequested();
            _pass.Probabilities(planes, z, probabilities);
            ToSource(probabilities, planes, resampled, volume);
            MostProbable.Of(resampled, _pass.Classes, labels.AsSpan(z * volume.PixelsPerSlice, volume.PixelsPerSlice));
            progress?.Report(z + 1);
        }

        SmallComponents.Remove(labels, volume.Columns, volume.Rows, Task.Output.SmallestComponent * (double)volume.PixelsPerSlice / (planes.Columns * planes.Rows));
        return new LabelMap(volume.Columns, volume.Rows, volume.Slices, labels, volume.Geometry);
    }

    public void Dispose() => _network.Dispose();

    private void ToSource(float[] probabilities, InputPlanes planes, float[] resampled, Volume volume)
    {
        var pixels = planes.Columns * planes.Rows;
        for (var k = 0; k < _pass.Classes; k++)
        {
            PlaneResampler.Bilinear(
                probabilities.AsSpan(k * pixels, pixels),
                planes.Columns,
                planes.Rows,
                resampled.AsSpan(k * volume.PixelsPerSlice, volume.PixelsPerSlice),
                volume.Columns,
                volume.Rows);
        }
    }
}
