using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Orchestrated.Files;

/// <summary>A folder with orchestrated.json and the weights that it vouches for.</summary>
public sealed class OrchestratedFolder
{
    public const string DocumentFile = "orchestrated.json";
    public const string WeightsFile = "weights.safetensors";

    private OrchestratedFolder(string path, OrchestratedDocument document) => (Path, Document) = (path, document);

    public string Path { get; }

    public OrchestratedDocument Document { get; }

    /// <summary>Reads orchestrated.json; the weights are read by <see cref="Load"/>.</summary>
    /// <exception cref="InvalidInputException">It is missing or broken.</exception>
    public static OrchestratedFolder Open(string path) => new(path, OrchestratedJson.Read(System.IO.Path.Combine(path, DocumentFile)));

    /// <summary>The networks with their weights. The caller disposes of them.</summary>
    /// <param name="device">Where they go.</param>
    /// <param name="cancellation">Ends the checks.</param>
    /// <exception cref="InvalidInputException">The weights are missing, broken, other ones, of another shape, or hold NaN or infinity.</exception>
    public OrchestratedNetwork Load(Device device, CancellationToken cancellation)
    {
        var network = new OrchestratedNetwork(Document.Design, Document.Layout);
        try
        {
            Fill(network, cancellation);
            return network.to(device);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <summary>Gives networks that are there these weights.</summary>
    /// <param name="network">Of the same sizes, and with the same parts.</param>
    /// <param name="cancellation">Ends the checks.</param>
    /// <exception cref="InvalidInputException">The weights are missing, broken, other ones, of another shape, or hold NaN or infinity.</exception>
    public void Fill(OrchestratedNetwork network, CancellationToken cancellation)
    {
        using var weights = VouchedWeights.Open(Path, DocumentFile, Document.Weights.File, Document.Weights.Sha256, cancellation);
        ModuleState.Load(network, weights, "", cancellation);
    }

    /// <summary>
    /// Writes weights, then the document that vouches for them. Kernels have half precision, which halves the file; vectors are exact to the last bit, because the
    /// probabilities of bits are made of one, and variances may be out of the range of halves.
    /// </summary>
    /// <param name="path">Of the folder; made where it is missing, files of the same name are replaced.</param>
    /// <param name="document">Its weights are filled in.</param>
    /// <param name="network">Of the document's design and layout.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OutputException">A file cannot be written.</exception>
    public static OrchestratedFolder Write(string path, OrchestratedDocument document, OrchestratedNetwork network, CancellationToken cancellation)
    {
        OutputFolder.Make(path);
        var file = System.IO.Path.Combine(path, WeightsFile);
        var tensors = ModuleState.Tensors(network, "", ElementType.Float32).Zip(ModuleState.Tensors(network, "", ElementType.Float16), (exact, half) => exact.Shape.Length > 1 ? half : exact);
        SafetensorsWriter.Write(file, tensors, ImmutableSortedDictionary<string, string>.Empty, overwrite: true, cancellation);
        using var written = SafetensorsReader.Open(file);
        var vouching = document with { Weights = new StoredWeights(WeightsFile, written.Sha256(cancellation)) };
        OrchestratedJson.Write(System.IO.Path.Combine(path, DocumentFile), vouching);
        return new OrchestratedFolder(path, vouching);
    }
}
