using System.Text;

namespace DiagCodec.Coding.Encode.Hm;

/// <summary>Lines of a program's output; a line without end does not fill the memory.</summary>
internal sealed class HmLines
{
    private const int LongestLine = 4000;

    private readonly TextReader _reader;
    private readonly char[] _buffer = new char[4096];
    private readonly StringBuilder _line = new();
    private int _next;
    private int _count;

    public HmLines(TextReader output) => _reader = output;

    /// <summary>The next line, cut at 4000 characters, or null after the last.</summary>
    public async ValueTask<string?> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (_next == _count)
            {
                (_next, _count) = (0, await _reader.ReadAsync(_buffer.AsMemory(), cancellation));
                if (_count == 0)
                {
                    return _line.Length > 0 ? Take() : null;
                }
            }

            var c = _buffer[_next++];
            if (c is '\n' or '\r')
            {
                return Take();
            }

            if (_line.Length < LongestLine)
            {
                _line.Append(char.IsControl(c) ? ' ' : c);
            }
        }
    }

    private string Take()
    {
        var line = _line.ToString();
        _line.Clear();
        return line;
    }
}
