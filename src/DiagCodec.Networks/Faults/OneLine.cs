namespace DiagCodec.Networks.Faults;

/// <summary>Text from a file, made fit for a message: broken files hold anything, line breaks and whole pages included.</summary>
public static class OneLine
{
    private const int Longest = 120;
    private const int Listed = 5;

    public static string Of(string text, int longest = Longest)
    {
        var plain = string.Concat(text.Take(longest).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
        return text.Length > longest ? plain + "..." : plain;
    }

    /// <summary>The first few faults and how many there are.</summary>
    public static string List(IReadOnlyCollection<string> faults, int listed = Listed)
    {
        var shown = string.Join("; ", faults.Take(listed));
        var least = faults.Count == FieldFaults.Most ? "at least " : "";
        return faults.Count > listed ? $"{shown}; and {faults.Count - listed} more ({least}{faults.Count} in all)" : shown;
    }
}
