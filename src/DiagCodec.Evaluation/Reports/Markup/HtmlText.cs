namespace DiagCodec.Evaluation.Reports.Markup;

/// <summary>Makes any text safe inside an element and inside a quoted attribute value.</summary>
internal static class HtmlText
{
    private const string Special = "&<>\"'";

    private const char Replacement = '\uFFFD';

    public static void Escape(TextWriter output, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = Plain(text);
            output.Write(text[..plain]);
            if (plain == text.Length)
            {
                return;
            }

            if (char.IsHighSurrogate(text[plain]) && plain + 1 < text.Length && char.IsLowSurrogate(text[plain + 1]))
            {
                output.Write(text.Slice(plain, 2));
                text = text[(plain + 2)..];
                continue;
            }

            output.Write(Reference(text[plain]));
            text = text[(plain + 1)..];
        }
    }

    private static int Plain(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && !Special.Contains(text[i]) && !IsControl(text[i]) && !char.IsSurrogate(text[i]))
        {
            i++;
        }

        return i;
    }

    private static string Reference(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => Replacement.ToString(),
    };

    /// <summary>HTML allows no control character but white space (HTML Standard 13.1.4), and half a surrogate pair is no character.</summary>
    private static bool IsControl(char c) => char.IsControl(c) && c is not ('\n' or '\t');
}
