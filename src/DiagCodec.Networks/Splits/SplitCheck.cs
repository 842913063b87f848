using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Networks.Splits;

/// <summary>What has to hold for a split: an item in two parts would make the test figures worthless.</summary>
public static class SplitCheck
{
    private const int LongestName = 255;

    /// <summary>Compares a split with the items that are there.</summary>
    /// <param name="split">The split.</param>
    /// <param name="present">Names of the items of the data set.</param>
    /// <param name="source">Name of the split's file, for messages.</param>
    /// <exception cref="InvalidInputException">The split names items that are not there, or leaves some out; the first are listed.</exception>
    public static void Against(DataSplit split, IEnumerable<string> present, string source)
    {
        var there = present.ToHashSet(StringComparer.Ordinal);
        string[] named = [.. split.Train, .. split.Validation, .. split.Test];
        var known = named.ToHashSet(StringComparer.Ordinal);
        string[] faults =
        [
            .. named.Where(n => !there.Contains(n)).Select(n => $"'{OneLine.Of(n)}' is in the split and not in the data"),
            .. there.Where(n => !known.Contains(n)).Order(StringComparer.Ordinal).Select(n => $"'{OneLine.Of(n)}' is in the data and not in the split"),
        ];
        if (faults.Length > 0)
        {
            throw new InvalidInputException($"{source}: is not a split of these data: {OneLine.List(faults)}; use the data that it was made for");
        }
    }

    internal static List<string> Find(DataSplit split)
    {
        var faults = Head(split.Schema, split.Seed);
        faults.Expect(!split.Train.IsDefaultOrEmpty, "train", "one or more names", "none");
        Names(faults, [("train", split.Train), ("validation", split.Validation), ("test", split.Test)]);
        return faults.Found;
    }

    internal static List<string> Find(FoldSplit split)
    {
        var faults = Head(split.Schema, split.Seed);
        ImmutableArray<ImmutableArray<string>> folds = split.Folds.IsDefault ? [] : split.Folds;
        faults.Expect(folds.Length >= 2, "folds", "2 or more folds", folds.Length);
        for (var k = 0; k < folds.Length; k++)
        {
            faults.Expect(!folds[k].IsDefaultOrEmpty, $"folds[{k}]", "one or more names", "none");
        }

        Names(faults, [.. folds.Select((f, k) => ($"folds[{k}]", f)), ("test", split.Test)]);
        return faults.Found;
    }

    internal static void ThrowIfWrong(List<string> faults, string parameter)
    {
        if (faults.Count > 0)
        {
            throw new ArgumentException(OneLine.List(faults), parameter);
        }
    }

    private static FieldFaults Head(int schema, long? seed)
    {
        var faults = new FieldFaults();
        faults.Expect(schema == DataSplit.CurrentSchema, "schema", $"{DataSplit.CurrentSchema}", schema);
        faults.Expect(seed is null or >= 0, "seed", "0 or more, or null", seed);
        return faults;
    }

    private static void Names(FieldFaults faults, (string Part, ImmutableArray<string> Names)[] parts)
    {
        var owner = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (part, names) in parts.Where(p => !p.Names.IsDefault))
        {
            foreach (var name in names)
            {
                var isName = !string.IsNullOrWhiteSpace(name) && name.Length <= LongestName && !name.Any(char.IsControl);
                faults.Expect(isName, part, $"names of 1 to {LongestName} characters", name);
                if (isName && !owner.TryAdd(name, part))
                {
                    faults.Add(part, "every name once", $"'{name}', which is in {owner[name]} already");
                }
            }
        }
    }
}
