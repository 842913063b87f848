using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>Where policies lie that experiments name.</summary>
/// <param name="first">Looked into before all else; null for no such folder.</param>
/// <param name="experiment">The experiment file: names with a slash start from its folder.</param>
/// <param name="catalogue">Where the other names are.</param>
internal sealed class PolicyPlaces(string? first, string experiment, PolicyCatalogue catalogue)
{
    /// <param name="name">Of an experiment.</param>
    /// <exception cref="InvalidInputException">There is no such policy, or its document is broken.</exception>
    public PolicyFolder Open(string name)
    {
        if (first is not null && Path.Combine(first, name) is var there && HasPolicy(there))
        {
            return PolicyFolder.Open(there);
        }

        // A name with a slash is a path, as the catalogue takes it; in a file it starts from the file.
        var place = name.Contains('/', StringComparison.Ordinal) ? Path.Combine(Path.GetDirectoryName(experiment) ?? "", name) : name;
        var isKnown = place == name ? catalogue.List().Contains(name) : HasPolicy(place);
        return first is null || isKnown
            ? catalogue.Open(place)
            : throw new InvalidInputException($"{Path.Combine(first, OneLine.Of(name))}: expected a policy folder with {PolicyFolder.DocumentFile}, found none; make the policy, or name another folder with --policies");
    }

    private static bool HasPolicy(string folder) => File.Exists(Path.Combine(folder, PolicyFolder.DocumentFile));
}
