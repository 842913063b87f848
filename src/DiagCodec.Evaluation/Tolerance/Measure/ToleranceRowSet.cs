using System.Collections.Concurrent;
using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tolerance.Measure;

/// <summary>Which of the wanted rows are there; from any thread.</summary>
internal sealed class ToleranceRowSet
{
    private readonly ConcurrentDictionary<(string Case, string Model, int? Qp), ToleranceRow> _rows = new();
    private readonly ImmutableArray<(string Case, string Model, int? Qp)> _wanted;

    public ToleranceRowSet(IEnumerable<string> cases, IEnumerable<string> models, IEnumerable<int> qps, ImmutableArray<ToleranceRow> earlier)
    {
        ImmutableArray<int?> places = [null, .. qps.Order().Select(q => (int?)q)];
        _wanted = [.. from c in cases from m in models from q in places select (c, m, q)];
        var wanted = _wanted.ToHashSet();
        Add(earlier.Where(r => wanted.Contains((r.Case, r.Model, r.Qp))));
    }

    public int Count => _rows.Count;

    public int Expected => _wanted.Length;

    public bool Has(string name, string model, int? qp) => _rows.ContainsKey((name, model, qp));

    public void Add(IEnumerable<ToleranceRow> rows)
    {
        foreach (var row in rows)
        {
            _rows[(row.Case, row.Model, row.Qp)] = row;
        }
    }

    /// <exception cref="InvalidInputException">The case has rows of other data.</exception>
    public void CheckData(string name, string data, string path)
    {
        if (_rows.Values.Any(r => r.Case == name && r.Data != data))
        {
            throw new InvalidInputException($"{path}: its rows of case {name} are of other samples or another truth; choose another output or remove those rows");
        }
    }

    public ImmutableArray<ToleranceRow> Ordered() => [.. _wanted.Select(w => _rows[w])];
}
