using DiagCodec.Networks.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.Segmentation.Network;

/// <summary>Makes the network that a task describes.</summary>
public static class NetworkFactory
{
    private static readonly Lock Seeding = new();

    /// <summary>A network with random weights: He initialisation for leaky ReLU, the output layer's as the library draws it.</summary>
    /// <param name="task">Sizes and classes.</param>
    /// <param name="seed">Equal seeds give equal weights.</param>
    /// <param name="device">Where the weights lie.</param>
    public static UNet2d Create(ModelTask task, int seed, Device device)
    {
        // The library's generator belongs to the process, and networks are made on several threads in cross-validation.
        lock (Seeding)
        {
            manual_seed(seed);
            var network = new UNet2d(task.Input.Slices, task.OutputChannels, task.Network.Widths, task.Network.Groups);
            return network.to(device);
        }
    }
}
