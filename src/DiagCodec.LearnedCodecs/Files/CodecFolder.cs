using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Pictures;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.State;
using TorchSharp;

namespace DiagCodec.LearnedCodecs.Files;

/// <summary>A folder with codec.json, one weights file for every quality, and README.md, the model card.</summary>
public sealed class CodecFolder
{
    public const string DocumentFile = "codec.json";
    public const string CardFile = "README.md";

    private CodecFolder(string path, CodecDocument document) => (Path, Document) = (path, document);

    public string Path { get; }

    public CodecDocument Document { get; }

    /// <summary>Reads codec.json; weights are read by <see cref="Load"/>.</summary>
    /// <exception cref="InvalidInputException">codec.json is missing or broken.</exception>
    public static CodecFolder Open(string path) => new(path, CodecJson.Read(System.IO.Path.Combine(path, DocumentFile)));

    /// <param name="quality">From 1, the fewest bits; null for the one in the middle.</param>
    /// <exception cref="UsageException">The model has no such quality.</exception>
    public (int Number, CodecQuality Quality) Choose(int? quality)
    {
        var count = Document.Qualities.Length;
        var number = quality ?? (count + 1) / 2;
        return number >= 1 && number <= count
            ? (number, Document.Qualities[number - 1])
            : throw new UsageException($"--quality {number}: expected 1 to {count}, the qualities of {Document.Name}");
    }

    /// <summary>The number of the quality whose weights have this SHA-256, from 1.</summary>
    /// <exception cref="InvalidInputException">The model has none.</exception>
    public int NumberOf(string sha256, string source)
    {
        var index = Enumerable.Range(0, Document.Qualities.Length).FirstOrDefault(i => Document.Qualities[i].Sha256 == sha256, -1);
        return index >= 0
            ? index + 1
            : throw new InvalidInputException($"{source}: was made with weights {sha256}, which the model in {Path} does not have; name the model that it was made with by --model");
    }

    /// <summary>Reads the weights of a quality, after their SHA-256 was found to be what codec.json says.</summary>
    /// <exception cref="InvalidInputException">The weights are missing, broken, other ones, or of another shape.</exception>
    public HyperpriorCodec Load(CodecQuality quality, CancellationToken cancellation)
    {
        using var weights = VouchedWeights.Open(Path, DocumentFile, quality.File, quality.Sha256, cancellation);
        var network = Document.Network.Create();
        try
        {
            CodecWeights.Load(network, weights, cancellation);
            return network;
        }
        catch
        {
            network.Dispose();
            throw;
        }
    }

    /// <inheritdoc cref="Load"/>
    /// <param name="quality">One of the document's.</param>
    /// <param name="device">cpu or cuda.</param>
    /// <param name="cancellation">Ends the checks.</param>
    public PictureCodec OpenCodec(CodecQuality quality, string device, CancellationToken cancellation)
    {
        Libtorch.Version();
        return new PictureCodec(Load(quality, cancellation), Devices.Open(device));
    }
}
