using System.Collections.Immutable;
using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Evaluation.Tolerance.Measure;

/// <summary>
/// The rows of a measurement, written as they come so that a run can be taken up where it ended. Unlike other outputs it has its name from
/// the beginning; a last line that was not finished counts for nothing and is written over.
/// </summary>
public sealed class ToleranceFile : IDisposable
{
    private const byte LineEnd = (byte)'\n';

    private readonly Lock _writing = new();
    private readonly string _path;
    private readonly FileStream _stream;

    /// <param name="path">Made where it is missing.</param>
    /// <param name="fingerprint">Of everything that rows follow from, beside case, model and QP.</param>
    /// <param name="classes">With the background.</param>
    /// <exception cref="InvalidInputException">The file is another measurement's, or broken.</exception>
    /// <exception cref="OutputException">It cannot be written, or another run writes it.</exception>
    public ToleranceFile(string path, string fingerprint, int classes)
    {
        _path = path;
        var head = ToleranceCsv.Head(fingerprint, classes);
        if (!File.Exists(path))
        {
            using var pending = new PendingFile(path, overwrite: false);
            pending.Stream.Write(Encoding.UTF8.GetBytes(head));
            pending.Commit();
        }

        try
        {
            _stream = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message.ReplaceLineEndings(" ")}; does another run write it?", e);
        }

        try
        {
            Earlier = Read(head, fingerprint, classes);
        }
        catch
        {
            _stream.Dispose();
            throw;
        }
    }

    /// <summary>The rows that were there when the file was opened.</summary>
    public ImmutableArray<ToleranceRow> Earlier { get; }

    /// <summary>Adds rows that belong together; from any thread.</summary>
    /// <exception cref="OutputException">The disk is full.</exception>
    public void Add(IEnumerable<ToleranceRow> rows)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(rows.Select(ToleranceCsv.Line)));
        lock (_writing)
        {
            try
            {
                _stream.Write(bytes);
                _stream.Flush();
            }
            catch (IOException e)
            {
                throw new OutputException($"{_path}: cannot be written: {e.Message.ReplaceLineEndings(" ")}", e);
            }
        }
    }

    public void Dispose() => _stream.Dispose();

    private ImmutableArray<ToleranceRow> Read(string head, string fingerprint, int classes)
    {
        var bytes = new byte[_stream.Length];
        _stream.ReadExactly(bytes);
        var whole = bytes.AsSpan().LastIndexOf(LineEnd) + 1;
        var lines = Encoding.UTF8.GetString(bytes, 0, whole).Split('\n')[..^1];
        var found = lines.Length == 0 ? null : ToleranceCsv.Fingerprint(lines[0]);
        if (found != fingerprint)
        {
            throw new InvalidInputException(found is null
                ? $"{_path}: is no table of tolerance rows; choose another output"
                : $"{_path}: was measured with other models, options or another encoder (it says {found}, this run is {fingerprint}); choose another output or remove it");
        }

        if (lines.Length < 2 || lines[1] != head.Split('\n')[1])
        {
            throw new InvalidInputException($"{_path}: has other columns than rows of {classes - 1} classes; choose another output or remove it");
        }

        _stream.SetLength(whole);
        _stream.Seek(0, SeekOrigin.End);
        return [.. lines.Skip(2).Select((line, i) => ToleranceCsv.Parse(line, classes, _path, i + 3))];
    }
}
