using System.Text;

namespace DiagCodec.Evaluation.Reports.Bench.Tables;

/// <summary>Makes any text plain words of GitHub Flavored Markdown, on one line.</summary>
internal static class MarkdownText
{
    private const string Special = "\\`*_{}<>#|~&$!";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsControl(c))
            {
                escaped.Append(' ');
            }
            else if (Special.Contains(c) || (c == '[' && text.AsSpan(i).Contains("](", StringComparison.Ordinal)))
            {
                escaped.Append('\\').Append(c);
            }
            else
            {
                escaped.Append(c);
            }
        }

        return escaped.ToString();
    }
}
