using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;
using DiagCodec.Networks.Files;
using DiagCodec.Networks.Models;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>Reads the tables of papers that experiments are set beside.</summary>
public static class PublishedTables
{
    /// <summary>Lies beside the experiments that name its tables.</summary>
    public const string FileName = "papers.json";

    private const long LongestFile = 4 << 20;
    private const int LongestText = 1000;

    /// <exception cref="InvalidInputException">The file is no such document; all faults are listed.</exception>
    public static ImmutableArray<PublishedTable> Read(string path)
    {
        var list = StrictJson.Read(path, ExperimentJson.Tables, PublishedTableList.CurrentSchema, LongestFile);
        var faults = new FieldFaults();
        var names = new HashSet<string>(StringComparer.Ordinal);
        faults.Expect(list.Tables.Length > 0, "tables", "one or more tables", "none");
        foreach (var (i, table) in list.Tables.Index())
        {
            var place = $"tables[{i}]";
            faults.Expect(ModelName.IsValid(table.Name), $"{place}.name", ModelName.Rule, table.Name);
            faults.Expect(names.Add(table.Name), $"{place}.name", "a name of its own", table.Name);
            Check(faults, place, table);
        }

        StrictJson.Refuse(path, faults.Found);
        return list.Tables;
    }

    /// <summary>The tables that an experiment names, out of <see cref="FileName"/> beside it, in its order.</summary>
    /// <param name="path">The experiment file.</param>
    /// <param name="experiment">As read from there.</param>
    /// <exception cref="InvalidInputException">The file of the tables is missing or broken.</exception>
    internal static ImmutableArray<PublishedTable> NamedBy(string path, Experiment experiment)
    {
        if (experiment.Tables.IsEmpty)
        {
            return [];
        }

        var known = Read(Beside(path)).ToDictionary(t => t.Name, StringComparer.Ordinal);
        return [.. experiment.Tables.Where(t => known.ContainsKey(t.Table)).Select(t => known[t.Table])];
    }

    internal static string Beside(string experiment) => Path.Combine(Path.GetDirectoryName(experiment) ?? "", FileName);

    private static void Check(FieldFaults faults, string place, PublishedTable table)
    {
        Text(faults, $"{place}.title", table.Title);
        Text(faults, $"{place}.source", table.Source);
        faults.Expect(table.Columns.Length > 0, $"{place}.columns", "one or more heads", "none");
        faults.Expect(table.Rows.Length > 0, $"{place}.rows", "one or more rows", "none");
        foreach (var (i, column) in table.Columns.Index())
        {
            Text(faults, $"{place}.columns[{i}]", column);
        }

        var labels = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, row) in table.Rows.Index())
        {
            Text(faults, $"{place}.rows[{i}].label", row.Label);
            faults.Expect(labels.Add(row.Label), $"{place}.rows[{i}].label", "a label of its own", row.Label);
            faults.Expect(row.Values.Length == table.Columns.Length, $"{place}.rows[{i}].values", $"{table.Columns.Length} values, one a column", row.Values.Length);
            faults.Expect(row.Values.All(v => v is null || double.IsFinite(v.Value)), $"{place}.rows[{i}].values", "finite numbers or null", "another");
        }

        foreach (var (i, note) in table.Notes.Index())
        {
            Text(faults, $"{place}.notes[{i}]", note);
        }
    }

    private static void Text(FieldFaults faults, string place, string text) =>
        faults.Expect(ExperimentText.IsLine(text, LongestText), place, $"a line of 1 to {LongestText} characters", text);
}
