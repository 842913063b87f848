using DiagCodec.Networks.Faults;

namespace DiagCodec.Evaluation.Bench.Results;

/// <summary>Holds the parts of a bench.json against each other.</summary>
internal static class BenchFileCheck
{
    private const int HashDigits = 64;

    /// <returns>What is wrong, each with its field; empty where nothing is.</returns>
    public static IReadOnlyCollection<string> Find(BenchFile file)
    {
        var faults = new FieldFaults();
        var counts = (file.Model.Classes.Length + 1) * (file.Model.Classes.Length + 1);
        var cases = file.Cases.Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        var methods = file.Methods.Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        faults.Expect(cases.Count == file.Cases.Length, "cases", "different names", "a name twice");
        faults.Expect(methods.Count == file.Methods.Length, "methods", "different names", "a name twice");
        faults.Expect(file.Commands.Distinct(StringComparer.Ordinal).Count() == file.Commands.Length, "commands", "different lines", "a line twice");
        faults.Expect(file.Model.Window.Low < file.Model.Window.High, "model.window", "low below high", file.Model.Window.Low);
        foreach (var (i, c) in file.Cases.Index())
        {
            faults.Expect(Math.Min(c.Columns, Math.Min(c.Rows, c.Slices)) >= 1, $"cases[{i}]", "sizes of 1 or more", $"{c.Columns} x {c.Rows} x {c.Slices}");
            Counts($"cases[{i}].uncoded", c.Uncoded, c.Voxels);
        }

        var voxels = file.Cases.DistinctBy(c => c.Name).ToDictionary(c => c.Name, c => c.Voxels, StringComparer.Ordinal);
        foreach (var (i, point) in file.Points.Index())
        {
            faults.Expect(cases.Contains(point.Case), $"points[{i}].case", "one of the cases", point.Case);
            faults.Expect(methods.Contains(point.Method), $"points[{i}].method", "one of the methods", point.Method);
            faults.Expect(IsHash(point.Key), $"points[{i}].key", "64 hexadecimal digits", point.Key);
            faults.Expect(point.Error is null != (point.Figures is null), $"points[{i}]", "either error or figures", point.Error is null ? "neither" : "both");
            if (point.Figures is { } figures && voxels.TryGetValue(point.Case, out var size))
            {
                faults.Expect(figures.Bytes >= 0 && figures.BitsPerVoxel >= 0, $"points[{i}].figures.bytes", "0 or more", figures.Bytes);
                faults.Expect(figures.Commands.All(c => c >= 0 && c < file.Commands.Length), $"points[{i}].figures.commands", $"places in a list of {file.Commands.Length}", string.Join(' ', figures.Commands));
                Counts($"points[{i}].figures.own", figures.Own, size);
                Counts($"points[{i}].figures.truth", figures.Truth, size);
            }
        }

        return faults.Found;

        void Counts(string field, ClassAgreementCounts found, long size)
        {
            faults.Expect(found.Voxels.Length == counts, field, $"{counts} counts", found.Voxels.Length);
            faults.Expect(found.Voxels.All(v => v >= 0) && found.Voxels.Sum() == size, field, $"counts of 0 or more with sum {size}", found.Voxels.Sum());
        }
    }

    private static bool IsHash(string text) => text.Length == HashDigits && text.All(char.IsAsciiHexDigitLower);
}
