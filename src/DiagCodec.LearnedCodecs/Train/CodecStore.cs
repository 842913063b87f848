using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Files;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.Networks.Files;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Weights;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>Writes qualities into a model folder: weights with half precision first, then the codec.json that vouches for them, then the card.</summary>
public sealed class CodecStore
{
    private readonly string _folder;
    private readonly CodecShape _shape;

    /// <param name="folder">Exists; a codec in it must be of the same network.</param>
    /// <param name="shape">The network.</param>
    /// <exception cref="InvalidInputException">The folder has a codec of another network.</exception>
    public CodecStore(string folder, CodecShape shape)
    {
        (_folder, _shape) = (Path.GetFullPath(folder), shape);
        if (Existing() is { } document && document.Network != shape)
        {
            throw new InvalidInputException($"{DocumentPath}: holds {document.Network}, this is {shape}; the qualities of a model have one network, choose another folder");
        }
    }

    private string DocumentPath => Path.Combine(_folder, CodecFolder.DocumentFile);

    /// <summary>Adds a quality, or replaces the one of the same lambda.</summary>
    /// <param name="network">On the CPU.</param>
    /// <param name="quality">Its file and SHA-256 are filled in.</param>
    /// <param name="score">Of what was stored.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The quality as stored.</returns>
    public CodecQuality Put(HyperpriorCodec network, CodecQuality quality, Func<CodecFolder, CodecQuality, CodecScore?> score, CancellationToken cancellation)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"weights-{quality.Lambda}.safetensors");
        var path = Path.Combine(_folder, file);
        SafetensorsWriter.Write(
            path, ModuleState.Tensors(network, "", ElementType.Float16), ImmutableSortedDictionary<string, string>.Empty.Add("codec", _shape.Codec), overwrite: true, cancellation);
        using var written = SafetensorsReader.Open(path);
        var stored = quality with { File = file, Sha256 = written.Sha256(cancellation) };
        Write(stored);
        var found = score(CodecFolder.Open(_folder), stored);
        stored = stored with { BitsPerPixel = found?.BitsPerPixel, Psnr = found?.Psnr };
        Write(stored);
        return stored;
    }

    private void Write(CodecQuality quality)
    {
        var old = Existing();
        ImmutableArray<CodecQuality> qualities = [.. (old?.Qualities ?? []).Where(q => q.Lambda != quality.Lambda).Append(quality).OrderBy(q => q.Lambda)];
        var document = old is null
            ? new CodecDocument(CodecDocument.CurrentSchema, ModelName.OfFolder(_folder, "codec"), $"{_shape.Codec} of width {_shape.Width} with {_shape.Latent} latents", _shape, qualities, "that of the data it was trained on")
            : old with { Qualities = qualities };
        CodecJson.Write(DocumentPath, document, overwrite: true);
        var card = Path.Combine(_folder, CodecFolder.CardFile);
        OutputFile.Write(card, overwrite: true, stream => stream.Write(Encoding.UTF8.GetBytes(CodecCard.Of(document))));
    }

    private CodecDocument? Existing() => File.Exists(DocumentPath) ? CodecJson.Read(DocumentPath) : null;
}
