using System.Collections.Immutable;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>Whether figures can be set beside the published tables that an experiment names.</summary>
internal static class TableCheck
{
    private static readonly ImmutableArray<string> Words = ["bd-rate", "bd-miou", "parameters", "allocate", "encode", "decode", "-"];

    public static void Find(FieldFaults faults, Experiment experiment, ImmutableArray<PublishedTable> published)
    {
        var methods = experiment.Methods.Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (i, use) in experiment.Tables.Index())
        {
            var place = $"tables[{i}]";
            faults.Expect(names.Add(use.Table), $"{place}.table", "every table once", use.Table);
            foreach (var (k, word) in use.Columns.Index())
            {
                faults.Expect(Words.Contains(word), $"{place}.columns[{k}]", $"one of {string.Join(", ", Words)}", word);
            }

            foreach (var (row, method) in use.Rows.OrderBy(r => r.Key, StringComparer.Ordinal))
            {
                faults.Expect(methods.Contains(method), $"{place}.rows.{OneLine.Of(row)}", "the name of a method", method);
            }

            Against(faults, place, use, published);
        }
    }

    private static void Against(FieldFaults faults, string place, PublishedTableUse use, ImmutableArray<PublishedTable> published)
    {
        if (published.FirstOrDefault(t => t.Name == use.Table) is not { } table)
        {
            faults.Add($"{place}.table", $"a table of {PublishedTables.FileName}", use.Table);
            return;
        }

        faults.Expect(use.Columns.Length == table.Columns.Length, $"{place}.columns", $"{table.Columns.Length} words, one a column of {table.Name}", use.Columns.Length);
        foreach (var row in use.Rows.Keys.Order(StringComparer.Ordinal))
        {
            faults.Expect(table.Rows.Any(r => r.Label == row), $"{place}.rows", $"labels of rows of {table.Name}", row);
        }
    }
}
