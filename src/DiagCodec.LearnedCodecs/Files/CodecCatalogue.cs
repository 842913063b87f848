using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.Networks.Models;

namespace DiagCodec.LearnedCodecs.Files;

/// <summary>Finds codec folders by name; they lie beside the other models.</summary>
/// <param name="folder">A folder of codec folders and others; it need not exist.</param>
public sealed class CodecCatalogue(string folder)
{
    private readonly FolderCatalogue _folders = new(folder, CodecFolder.DocumentFile, "codec", "codecs");

    /// <inheritdoc cref="ModelCatalogue.Standard" path="/summary"/>
    public static CodecCatalogue Standard() => new(ModelsFolder.Standard());

    /// <summary>The names of the folders that have a codec.json, sorted.</summary>
    /// <exception cref="InvalidInputException">The folder cannot be read.</exception>
    public ImmutableArray<string> List() => _folders.List();

    /// <summary>
    /// By the name of a model, the path of its folder (whatever has a slash), or the word for a codec where just one model is of it.
    /// </summary>
    /// <exception cref="InvalidInputException">There is no such model, several have the codec, or its codec.json is broken.</exception>
    public CodecFolder Open(string nameOrPath)
    {
        if (!CodecShape.Names.Contains(nameOrPath) || _folders.HasNamed(nameOrPath))
        {
            return _folders.Open(nameOrPath, CodecFolder.Open, codec => codec.Document.Name);
        }

        CodecFolder[] found = [.. List().Select(n => CodecFolder.Open(Path.Combine(folder, n))).Where(c => c.Document.Network.Codec == nameOrPath)];
        return found.Length == 1
            ? found[0]
            : throw new InvalidInputException(found.Length == 0
                ? $"{folder} has no model of the codec {nameOrPath}; train one with 'diagcodec train codec', or name its folder"
                : $"{nameOrPath}: {folder} has several models of this codec; name one of {string.Join(", ", found.Select(c => c.Document.Name))}");
    }
}
