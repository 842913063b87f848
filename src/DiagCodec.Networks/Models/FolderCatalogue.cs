using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Networks.Models;

/// <summary>Folders of one kind, which have a document of one name in them, side by side in one folder with those of other kinds.</summary>
/// <param name="folder">It need not exist.</param>
/// <param name="document">The file that makes a folder one of these.</param>
/// <param name="one">What a person calls one of them.</param>
/// <param name="many">And several.</param>
internal sealed class FolderCatalogue(string folder, string document, string one, string many)
{
    /// <summary>The names of the folders that have the document, sorted.</summary>
    /// <exception cref="InvalidInputException">The folder cannot be read.</exception>
    public ImmutableArray<string> List()
    {
        try
        {
            return Directory.Exists(folder)
                ? [.. Directory.EnumerateDirectories(folder).Where(Has).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{folder}: cannot be read: {e.Message.ReplaceLineEndings(" ")}; {ModelsFolder.Variable} names another folder of models", e);
        }
    }

    /// <summary>Opens by name or by path; a folder that is found by its name must be called as its document says.</summary>
    /// <param name="nameOrPath">Whatever has a slash is a path.</param>
    /// <param name="open">Reads a folder.</param>
    /// <param name="nameOf">The name in its document.</param>
    /// <exception cref="InvalidInputException">There is no such folder; the message has the known names.</exception>
    public T Open<T>(string nameOrPath, Func<string, T> open, Func<T, string> nameOf)
    {
        if (IsPath(nameOrPath))
        {
            return Has(nameOrPath)
                ? open(nameOrPath)
                : throw new InvalidInputException($"{OneLine.Of(nameOrPath)}: expected a folder with {document}, found none; {Known()}");
        }

        if (!HasNamed(nameOrPath))
        {
            throw new InvalidInputException($"{OneLine.Of(nameOrPath)}: no {one} of this name; {Known()}");
        }

        var path = Path.Combine(folder, nameOrPath);
        var found = open(path);
        return nameOf(found) == nameOrPath
            ? found
            : throw new InvalidInputException($"{Path.Combine(path, document)}: name: expected {nameOrPath} as the folder is called, found {nameOf(found)}; rename one of them");
    }

    /// <summary>Whether a name or a path means one of these folders.</summary>
    public bool Knows(string nameOrPath) => IsPath(nameOrPath) ? Has(nameOrPath) : HasNamed(nameOrPath);

    /// <summary>Whether there is a folder of this name; words that are no names have none.</summary>
    public bool HasNamed(string name) => ModelName.IsValid(name) && Has(Path.Combine(folder, name));

    private static bool IsPath(string nameOrPath) => nameOrPath.Contains(Path.DirectorySeparatorChar) || nameOrPath.Contains(Path.AltDirectorySeparatorChar);

    private bool Has(string path) => File.Exists(Path.Combine(path, document));

    private string Known() => List() is { Length: > 0 } names
        ? $"{folder} has {string.Join(", ", names)}"
        : $"{folder} has no {many}; {ModelsFolder.Variable} names another folder of models";
}
