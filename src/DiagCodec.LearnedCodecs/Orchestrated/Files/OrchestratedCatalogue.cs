using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Streams;
using DiagCodec.Networks.Models;

namespace DiagCodec.LearnedCodecs.Orchestrated.Files;

/// <summary>Finds models of orchestrated compression by name; they lie beside the other models.</summary>
/// <param name="folder">A folder of their folders and others; it need not exist.</param>
public sealed class OrchestratedCatalogue(string folder)
{
    private readonly FolderCatalogue _folders = new(folder, OrchestratedFolder.DocumentFile, "orchestrated model", "orchestrated models");

    /// <inheritdoc cref="ModelCatalogue.Standard" path="/summary"/>
    public static OrchestratedCatalogue Standard() => new(ModelsFolder.Standard());

    /// <summary>Whether a name, a path (whatever has a slash) or the codec's word means a model of this kind.</summary>
    public bool Knows(string nameOrPath) => nameOrPath == LearnedStreamHeader.Orchestrated || _folders.Knows(nameOrPath);

    /// <summary>By the name of a model, the path of its folder, or the codec's word where there is just one.</summary>
    /// <exception cref="InvalidInputException">There is no such model, there are several, or its orchestrated.json is broken.</exception>
    public OrchestratedFolder Open(string nameOrPath)
    {
        if (nameOrPath != LearnedStreamHeader.Orchestrated || _folders.HasNamed(nameOrPath))
        {
            return _folders.Open(nameOrPath, OrchestratedFolder.Open, f => f.Document.Name);
        }

        return _folders.List() is [var only]
            ? OrchestratedFolder.Open(Path.Combine(folder, only))
            : throw new InvalidInputException(_folders.List() is { IsEmpty: true }
                ? $"{folder} has no orchestrated model; train one with 'diagcodec train orchestrated', or name its folder"
                : $"{nameOrPath}: {folder} has several such models; name one of {string.Join(", ", _folders.List())}");
    }
}
