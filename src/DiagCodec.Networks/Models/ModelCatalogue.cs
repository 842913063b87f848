using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Networks.Models;

/// <summary>Finds model folders by the name of their task.</summary>
public sealed class ModelCatalogue
{
    /// <summary>Names another folder of model folders.</summary>
    public const string Variable = ModelsFolder.Variable;

    private readonly FolderCatalogue _folders;

    /// <param name="folder">A folder of model folders; it need not exist.</param>
    public ModelCatalogue(string folder) => (Folder, _folders) = (folder, new FolderCatalogue(folder, ModelFolder.TaskFile, "task", "models"));

    public string Folder { get; }

    /// <summary>
    /// The folder that the environment variable DIAGCODEC_MODELS names, else "models" beside this program, else "models" of the
    /// checkout that this program was built in.
    /// </summary>
    public static ModelCatalogue Standard() => new(ModelsFolder.Standard());

    /// <summary>The names of the folders that have a task.json, sorted.</summary>
    /// <exception cref="InvalidInputException">The folder cannot be read.</exception>
    public ImmutableArray<string> List() => _folders.List();

    /// <param name="nameOrPath">The name of a task, or the path of a model folder: whatever has a slash is a path.</param>
    /// <exception cref="InvalidInputException">There is no such model, or its task.json is broken; the message has the known tasks.</exception>
    public ModelFolder Open(string nameOrPath) => _folders.Open(nameOrPath, ModelFolder.Open, model => model.Task.Name);
}
