using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Models;

namespace DiagCodec.Allocation.Policies.Files;

/// <summary>Finds policy folders by name; they lie beside the models.</summary>
/// <param name="folder">A folder of policy folders and others; it need not exist.</param>
public sealed class PolicyCatalogue(string folder)
{
    private const string TaskPrefix = "policy-";

    private readonly FolderCatalogue _folders = new(folder, PolicyFolder.DocumentFile, "policy", "policies");

    public string Folder => folder;

    /// <inheritdoc cref="ModelCatalogue.Standard" path="/summary"/>
    public static PolicyCatalogue Standard() => new(ModelsFolder.Standard());

    /// <summary>The names of the folders that have a policy.json, sorted.</summary>
    /// <exception cref="InvalidInputException">The folder cannot be read.</exception>
    public ImmutableArray<string> List() => _folders.List();

    /// <param name="nameOrPath">The name of a policy, or the path of its folder: whatever has a slash is a path.</param>
    /// <exception cref="InvalidInputException">There is no such policy, or its policy.json is broken; the message has the known ones.</exception>
    public PolicyFolder Open(string nameOrPath) => _folders.Open(nameOrPath, PolicyFolder.Open, policy => policy.Document.Name);

    /// <summary>The policy that was tuned for a task, which is called policy-TASK, or null where there is none.</summary>
    /// <exception cref="InvalidInputException">Its policy.json is broken, or of another task.</exception>
    public PolicyFolder? ForTask(string task)
    {
        var name = TaskPrefix + task;
        if (!_folders.HasNamed(name))
        {
            return null;
        }

        var policy = Open(name);
        return policy.Document.Task == task
            ? policy
            : throw new InvalidInputException($"{Path.Combine(policy.Path, PolicyFolder.DocumentFile)}: task: expected {task} as the folder is called, found {policy.Document.Task}; tune a policy for the task, or rename the folder");
    }
}
