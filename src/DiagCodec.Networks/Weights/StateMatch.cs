using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Networks.Weights;

/// <summary>Compares what a network expects with what a weights file has, before anything is loaded.</summary>
public static class StateMatch
{
    /// <summary>The tensor of the file for every name that the network expects.</summary>
    /// <exception cref="InvalidInputException">Tensors are missing, unexpected, or of another shape or type; the message has the first
    /// faults with both sides, and their number.</exception>
    public static ImmutableDictionary<string, StoredTensor> Check(
        SafetensorsReader file, IReadOnlyCollection<ExpectedTensor> expected, StateMatchOptions options)
    {
        var found = new Dictionary<string, StoredTensor>(StringComparer.Ordinal);
        var faults = new List<string>();
        var tensors = file.Tensors.Where(t => !options.OnlyPrefixed || t.Name.StartsWith(options.Prefix, StringComparison.Ordinal)).ToList();
        foreach (var tensor in tensors)
        {
            if (Own(tensor, options) is { } name && !found.TryAdd(name, tensor))
            {
                faults.Add($"'{OneLine.Of(found[name].Name)}' and '{OneLine.Of(tensor.Name)}' are two tensors for one name, '{OneLine.Of(name)}'");
            }
        }

        var missing = expected.Where(e => !found.ContainsKey(e.Name)).ToList();
        var known = expected.Select(e => e.Name).ToHashSet(StringComparer.Ordinal);
        var unexpected = tensors.Where(t => Own(t, options) is { } name && !known.Contains(name)).ToList();
        faults.AddRange(missing.Select(e => $"'{e.Name}' is missing (expected {Text(e.Type, e.Shape)})"));
        faults.AddRange(unexpected.Select(t => $"'{OneLine.Of(t.Name)}' is not expected (found {Text(t.Type, t.Shape)})"));
        faults.AddRange(expected.Where(e => found.ContainsKey(e.Name)).Select(e => Difference(e, found[e.Name], options)).OfType<string>());
        if (faults.Count > 0)
        {
            throw new InvalidInputException($"{file.Path}: does not fit the network: {OneLine.List(faults)}{Hint(missing, unexpected)}; use the weights of this network");
        }

        return expected.ToImmutableDictionary(e => e.Name, e => found[e.Name], StringComparer.Ordinal);
    }

    private static string? Difference(ExpectedTensor expected, StoredTensor found, StateMatchOptions options)
    {
        var isWidened = options.AcceptHalf && expected.Type == ElementType.Float32 && found.Type.FitsFloat();
        var isSame = expected.Shape.SequenceEqual(found.Shape) && (expected.Type == found.Type || isWidened);
        return isSame ? null : $"'{expected.Name}': expected {Text(expected.Type, expected.Shape)}, found {Text(found.Type, found.Shape)}";
    }

    private static string? Own(StoredTensor tensor, StateMatchOptions options)
    {
        var name = Strip(tensor.Name, options.Prefix);
        return options.Rename is { } rename ? rename(name) : name;
    }

    private static string Strip(string name, string prefix) => name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;

    /// <summary>Wrapped networks prefix every name; say so instead of letting the user compare two lists.</summary>
    private static string Hint(List<ExpectedTensor> missing, List<StoredTensor> unexpected)
    {
        var wrapped = missing.Count == 0 ? null : unexpected.FirstOrDefault(t => t.Name.EndsWith('.' + missing[0].Name, StringComparison.Ordinal));
        return wrapped is null ? "" : $"; the names in the file have the prefix '{OneLine.Of(wrapped.Name[..^missing[0].Name.Length])}'";
    }

    private static string Text(ElementType type, ImmutableArray<long> shape) => $"{type.Word()} {TensorShape.Text(shape)}";
}
