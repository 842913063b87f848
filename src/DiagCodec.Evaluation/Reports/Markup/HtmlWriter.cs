namespace DiagCodec.Evaluation.Reports.Markup;

/// <summary>
/// Writes HTML and inline SVG. All text and attribute values are escaped here and nowhere else, so that no description of a series
/// can become markup; what is opened is closed in order.
/// </summary>
public sealed class HtmlWriter
{
    private readonly TextWriter _output;
    private readonly Stack<string> _open = new();

    public HtmlWriter(TextWriter output) => _output = output;

    /// <summary>Opens an element.</summary>
    public HtmlWriter Start(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Tag(element, attributes);
        _output.Write('>');
        _open.Push(element);
        return this;
    }

    /// <summary>Closes the element opened last.</summary>
    public HtmlWriter End()
    {
        _output.Write($"</{_open.Pop()}>\n");
        return this;
    }

    /// <summary>An element that holds text and nothing else.</summary>
    public HtmlWriter Element(string element, string text, params ReadOnlySpan<(string Name, string Value)> attributes) =>
        Start(element, attributes).Text(text).End();

    /// <summary>An element without content: a void element of HTML, or any of SVG.</summary>
    public HtmlWriter Empty(string element, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Tag(element, attributes);
        _output.Write("/>\n");
        return this;
    }

    public HtmlWriter Text(string text)
    {
        HtmlText.Escape(_output, text);
        return this;
    }

    /// <summary>Our own style sheet or script, as it is.</summary>
    internal HtmlWriter Verbatim(string markup)
    {
        _output.Write(markup);
        return this;
    }

    private void Tag(string element, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _output.Write('<');
        _output.Write(element);
        foreach (var (name, value) in attributes)
        {
            _output.Write(' ');
            _output.Write(name);
            _output.Write("=\"");
            HtmlText.Escape(_output, value);
            _output.Write('"');
        }
    }
}
