namespace DiagCodec.Networks.Faults;

/// <summary>Text from a file, made fit for a message: broken files hold anything, line breaks and whole pages included.</summary>
public static class OneLine
{
    private const int Longest = 120;
    private const int Listed = 5;

    public static string Of(string text)
    {
        var plain = string.Concat(text.Take(Longest).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c));
        return text.Length > Longest ? plain + "..." : plain;
    }

    /// <summary>The first few faults and how many there are.</summary>
    public static string List(IReadOnlyCollection<string> faults)
    {
        var shown = string.Join("; ", faults.Take(Listed));
        return faults.Count > Listed ? $"{shown}; and {faults.Count - Listed} more ({faults.Count} in all)" : shown;
    }
}
