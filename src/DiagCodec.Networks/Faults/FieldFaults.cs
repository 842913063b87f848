namespace DiagCodec.Networks.Faults;

/// <summary>Collects the faults of a document, each with its field, what was expected and what came.</summary>
internal sealed class FieldFaults
{
    /// <summary>A hostile file could have millions; nobody reads them.</summary>
    public const int Most = 1000;

    private const int LongestFault = 300;

    public List<string> Found { get; } = [];

    public void Expect(bool isRight, string field, string expected, object? found)
    {
        if (!isRight)
        {
            Add(field, expected, found);
        }
    }

    public void Add(string field, string expected, object? found)
    {
        if (Found.Count < Most)
        {
            Found.Add(FormattableString.Invariant($"{field}: expected {expected}, found {OneLine.Of(FormattableString.Invariant($"{found ?? "null"}"))}"));
        }
    }

    /// <summary>A fault whose sentence somebody else wrote.</summary>
    public void AddWhole(string field, string fault)
    {
        if (Found.Count < Most)
        {
            Found.Add($"{field}: {OneLine.Of(fault, LongestFault)}");
        }
    }
}
