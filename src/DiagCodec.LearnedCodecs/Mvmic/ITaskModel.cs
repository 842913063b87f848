using System.Collections.Immutable;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>A stored network that judges decoded pictures, and how a tuned one is stored again.</summary>
public interface ITaskModel
{
    /// <summary>How slices become the network's input.</summary>
    ModelInput Input { get; }

    /// <summary>Foreground classes.</summary>
    ImmutableArray<ModelClass> Classes { get; }

    /// <summary>Of the weights.</summary>
    string Sha256 { get; }

    /// <summary>What folders with such networks are called.</summary>
    string Word { get; }

    /// <summary>The network on a device. The caller disposes of <see cref="IVisionTask.Network"/>.</summary>
    /// <exception cref="Imaging.Faults.InvalidInputException">The weights are missing or broken.</exception>
    IVisionTask Open(Device device, CancellationToken cancellation);

    /// <summary>Stores a tuned network as a model of its own.</summary>
    /// <param name="folder">Made where it is missing.</param>
    /// <param name="tuned">What <see cref="Open"/> gave, after training.</param>
    /// <param name="record">What the model says of its making.</param>
    /// <param name="split">Of the cases it learnt from.</param>
    /// <param name="cancellation">Ends the work.</param>
    void Store(string folder, IVisionTask tuned, TrainingRecord record, DataSplit split, CancellationToken cancellation);
}
