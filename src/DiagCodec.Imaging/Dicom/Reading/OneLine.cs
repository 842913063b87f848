namespace DiagCodec.Imaging.Dicom.Reading;

/// <summary>Text from a file, made fit for a message: broken files hold anything, line breaks and whole pages included.</summary>
internal static class OneLine
{
    private const int Longest = 300;

    public static string Of(string text)
    {
        var plain = string.Concat(text.Take(Longest).Select(c => char.IsControl(c) ? '?' : c));
        return text.Length > Longest ? plain + "..." : plain;
    }
}
