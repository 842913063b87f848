using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Networks.Models;

/// <summary>Finds model folders by the name of their task.</summary>
public sealed class ModelCatalogue
{
    /// <summary>Names another folder of model folders.</summary>
    public const string Variable = "DIAGCODEC_MODELS";

    private const string FolderName = "models";
    private const string Solution = "DiagCodec.sln";

    /// <param name="folder">A folder of model folders; it need not exist.</param>
    public ModelCatalogue(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>
    /// The folder that the environment variable DIAGCODEC_MODELS names, else "models" beside this program, else "models" of the
    /// checkout that this program was built in.
    /// </summary>
    public static ModelCatalogue Standard()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return new ModelCatalogue(named);
        }

        return new ModelCatalogue(Beside(AppContext.BaseDirectory));
    }

    /// <summary>The names of the folders that have a task.json, sorted.</summary>
    /// <exception cref="InvalidInputException">The folder cannot be read.</exception>
    public ImmutableArray<string> List()
    {
        try
        {
            return Directory.Exists(Folder)
                ? [.. Directory.EnumerateDirectories(Folder).Where(HasTask).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)]
                : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{Folder}: cannot be read: {e.Message.ReplaceLineEndings(" ")}; {Variable} names another folder of models", e);
        }
    }

    /// <param name="nameOrPath">The name of a task, or the path of a model folder: whatever has a slash is a path.</param>
    /// <exception cref="InvalidInputException">There is no such model, or its task.json is broken; the message has the known tasks.</exception>
    public ModelFolder Open(string nameOrPath)
    {
        if (nameOrPath.Contains(Path.DirectorySeparatorChar) || nameOrPath.Contains(Path.AltDirectorySeparatorChar))
        {
            return HasTask(nameOrPath)
                ? ModelFolder.Open(nameOrPath)
                : throw new InvalidInputException($"{OneLine.Of(nameOrPath)}: expected a folder with {ModelFolder.TaskFile}, found none; {Known()}");
        }

        if (!ModelName.IsValid(nameOrPath) || !HasTask(Path.Combine(Folder, nameOrPath)))
        {
            throw new InvalidInputException($"{OneLine.Of(nameOrPath)}: no task of this name; {Known()}");
        }

        var model = ModelFolder.Open(Path.Combine(Folder, nameOrPath));
        return model.Task.Name == nameOrPath
            ? model
            : throw new InvalidInputException($"{Path.Combine(model.Path, ModelFolder.TaskFile)}: name: expected {nameOrPath} as the folder is called, found {model.Task.Name}; rename one of them");
    }

    internal static string Beside(string program)
    {
        var beside = Path.Combine(program, FolderName);
        if (Directory.Exists(beside))
        {
            return beside;
        }

        for (var folder = new DirectoryInfo(program); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return Path.Combine(folder.FullName, FolderName);
            }
        }

        return beside;
    }

    private static bool HasTask(string folder) => File.Exists(Path.Combine(folder, ModelFolder.TaskFile));

    private string Known() => List() is { Length: > 0 } names
        ? $"{Folder} has {string.Join(", ", names)}"
        : $"{Folder} has no models; {Variable} names another folder of models";
}
