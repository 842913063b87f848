using System.Collections.Immutable;
using System.Text;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Networks.Files;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Weights;
using TorchSharp;

namespace DiagCodec.Allocation.Policies.Files;

/// <summary>A folder with policy.json, the weights of both agents, and README.md, the policy's card.</summary>
public sealed class PolicyFolder
{
    public const string DocumentFile = "policy.json";
    public const string CardFile = "README.md";
    public const string WeightsFile = "weights.safetensors";

    private PolicyFolder(string path, PolicyDocument document) => (Path, Document) = (path, document);

    public string Path { get; }

    public PolicyDocument Document { get; }

    /// <summary>Reads policy.json; the weights are read by <see cref="Load"/>.</summary>
    /// <exception cref="InvalidInputException">policy.json is missing or broken.</exception>
    public static PolicyFolder Open(string path) => new(path, PolicyJson.Read(System.IO.Path.Combine(path, DocumentFile)));

    /// <summary>Reads the weights, after their SHA-256 and their header were found to be what policy.json says.</summary>
    /// <param name="device">Where the network goes.</param>
    /// <param name="cancellation">Ends the checks.</param>
    /// <exception cref="InvalidInputException">The weights are missing, broken, other ones, of another shape, or hold NaN or infinity.</exception>
    public PolicyModel Load(torch.Device device, CancellationToken cancellation)
    {
        using var weights = VouchedWeights.Open(Path, DocumentFile, Document.Weights.File, Document.Weights.Sha256, cancellation);
        StateMatch.Check(weights, PolicyTensors.Of(Document), new StateMatchOptions());
        var network = PolicyNetwork.Create(
            Document.Actions.FrameActions, Document.Actions.CtuActions, Document.Tradeoffs.Length, Document.Adapters, seed: 0, device);
        try
        {
            ModuleState.Load(network, weights, "", cancellation);
            return new PolicyModel(Document, network, device);
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <summary>Writes a folder, which appears when it is whole. Equal documents and networks give equal bytes.</summary>
    /// <param name="path">Of the folder; the one that it lies in must exist.</param>
    /// <param name="document">Its weights are filled in.</param>
    /// <param name="network">With the actions, trade-offs and adapters of the document.</param>
    /// <param name="card">The text of README.md.</param>
    /// <param name="overwrite">Whether a policy that is there may be replaced; a folder of other things never is.</param>
    /// <param name="cancellation">Ends the work, and leaves nothing behind.</param>
    /// <returns>The document as it was written.</returns>
    /// <exception cref="ArgumentException">The document has values out of range, the network is another one, or holds NaN or infinity.</exception>
    /// <exception cref="OutputException">The folder cannot be written, or is there and may not be replaced.</exception>
    public static PolicyDocument Write(
        string path, PolicyDocument document, PolicyNetwork network, string card, bool overwrite, CancellationToken cancellation)
    {
        PolicyDocumentCheck.Demand(document with { Weights = new PolicyWeights(WeightsFile, new string('0', 64)) });
        CheckReplaced(path);
        using var pending = new PendingFolder(path, overwrite);
        var file = System.IO.Path.Combine(pending.TemporaryPath, WeightsFile);
        var tensors = ModuleState.Tensors(network, "", ElementType.Float32);
        SafetensorsWriter.Write(file, tensors, ImmutableSortedDictionary<string, string>.Empty, overwrite: false, cancellation);
        var written = document with { Weights = new PolicyWeights(WeightsFile, Digest(file, document, cancellation)) };
        PolicyJson.Write(System.IO.Path.Combine(pending.TemporaryPath, DocumentFile), written, overwrite: false);
        OutputFile.Write(System.IO.Path.Combine(pending.TemporaryPath, CardFile), overwrite: false, stream => stream.Write(Encoding.UTF8.GetBytes(card)));
        cancellation.ThrowIfCancellationRequested();
        pending.Commit();
        return written;
    }

    /// <summary>Replacing a folder removes all that is in it: a slip of the pen must not cost anybody their data.</summary>
    private static void CheckReplaced(string path)
    {
        if (Directory.Exists(path) && Directory.EnumerateFileSystemEntries(path).Any() && !File.Exists(System.IO.Path.Combine(path, DocumentFile)))
        {
            throw new OutputException($"{path}: expected a free place or an old policy, found a folder without {DocumentFile}; choose another name");
        }
    }

    /// <summary>Holds what was written against the document as <see cref="Load"/> will, so that nothing is kept that cannot be loaded.</summary>
    private static string Digest(string file, PolicyDocument document, CancellationToken cancellation)
    {
        using var weights = SafetensorsReader.Open(file);
        try
        {
            StateMatch.Check(weights, PolicyTensors.Of(document), new StateMatchOptions());
        }
        catch (InvalidInputException e)
        {
            throw new ArgumentException($"the network is not that of the document: {e.Message}", nameof(document), e);
        }

        return weights.FindNonFinite(cancellation) is { } broken
            ? throw new ArgumentException($"the network holds {broken.Value} in {broken.Tensor}", nameof(document))
            : weights.Sha256(cancellation);
    }
}
