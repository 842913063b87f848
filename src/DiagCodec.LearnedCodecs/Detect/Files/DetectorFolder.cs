using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Detect.Files;

/// <summary>A folder with detector.json and the weights that it vouches for.</summary>
public sealed class DetectorFolder
{
    public const string DocumentFile = "detector.json";
    public const string WeightsFile = "weights.safetensors";

    private DetectorFolder(string path, DetectorDocument document) => (Path, Document) = (path, document);

    public string Path { get; }

    public DetectorDocument Document { get; }

    /// <summary>Reads detector.json; the weights are read by <see cref="Load"/>.</summary>
    /// <exception cref="InvalidInputException">It is missing or broken.</exception>
    public static DetectorFolder Open(string path) => new(path, DetectorJson.Read(System.IO.Path.Combine(path, DocumentFile)));

    /// <summary>The network with its weights. The caller disposes of it.</summary>
    /// <param name="device">Where it goes.</param>
    /// <param name="cancellation">Ends the checks.</param>
    /// <exception cref="InvalidInputException">The weights are missing, broken, other ones, of another shape, or hold NaN or infinity.</exception>
    public CentreDetector Load(Device device, CancellationToken cancellation)
    {
        using var weights = VouchedWeights.Open(Path, DocumentFile, Document.Weights.File, Document.Weights.Sha256, cancellation);
        var network = new CentreDetector(Document.Layout);
        try
        {
            ModuleState.Load(network, weights, "", cancellation);
            return network.to(device);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <summary>Writes weights with half precision, then the document that vouches for them.</summary>
    /// <param name="path">Of the folder; made where it is missing, files of the same name are replaced.</param>
    /// <param name="document">Its weights are filled in.</param>
    /// <param name="network">Of the document's layout.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="OutputException">A file cannot be written.</exception>
    public static DetectorFolder Write(string path, DetectorDocument document, CentreDetector network, CancellationToken cancellation)
    {
        OutputFolder.Make(path);
        var file = System.IO.Path.Combine(path, WeightsFile);
        SafetensorsWriter.Write(file, ModuleState.Tensors(network, "", ElementType.Float16), ImmutableSortedDictionary<string, string>.Empty, overwrite: true, cancellation);
        using var written = SafetensorsReader.Open(file);
        var vouching = document with { Weights = new StoredWeights(WeightsFile, written.Sha256(cancellation)) };
        DetectorJson.Write(System.IO.Path.Combine(path, DocumentFile), vouching);
        return new DetectorFolder(path, vouching);
    }
}
