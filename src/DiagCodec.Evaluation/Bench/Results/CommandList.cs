using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Results;

/// <summary>Collects the command lines of a bench.json, each once, in order of first use. Not for several threads at once.</summary>
internal sealed class CommandList
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string>.Builder _lines = ImmutableArray.CreateBuilder<string>();

    public ImmutableArray<string> Lines => _lines.ToImmutable();

    /// <summary>A point with its lines in this list.</summary>
    public BenchPoint Add(BenchPoint point, IEnumerable<string> lines) =>
        point.Figures is { } figures ? point with { Figures = figures with { Commands = [.. lines.Select(Place)] } } : point;

    private int Place(string line)
    {
        if (!_places.TryGetValue(line, out var place))
        {
            _places.Add(line, place = _lines.Count);
            _lines.Add(line);
        }

        return place;
    }
}
