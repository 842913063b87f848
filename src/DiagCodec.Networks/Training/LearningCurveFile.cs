using System.Collections.Immutable;
using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;
using DiagCodec.Networks.Files;

namespace DiagCodec.Networks.Training;

/// <summary>
/// A learning curve on disk, as CSV. Every row is on the disk when <see cref="Append"/> returns; a row torn by a crash is left out
/// when the run goes on.
/// </summary>
public sealed class LearningCurveFile : IDisposable
{
    private const long LongestFile = 64 << 20;

    private readonly string _path;
    private readonly FileStream _stream;

    private LearningCurveFile(string path, LearningCurve curve)
    {
        (_path, Curve) = (path, curve);
        _stream = OpenEnd(path);
    }

    /// <summary>All rows so far.</summary>
    public LearningCurve Curve { get; private set; }

    /// <summary>Starts a file with the header alone.</summary>
    /// <exception cref="ArgumentException">A class name has a comma, a quote or a control character.</exception>
    /// <exception cref="OutputException">The file cannot be written, or is there and <paramref name="overwrite"/> is false.</exception>
    public static LearningCurveFile Create(string path, ImmutableArray<string> classes, bool overwrite)
    {
        var curve = new LearningCurve(classes, []);
        WriteWhole(path, curve, overwrite);
        return new LearningCurveFile(path, curve);
    }

    /// <summary>Opens a run's file to go on after <paramref name="lastEpoch"/>; rows of later epochs, which will run again, are removed.</summary>
    /// <exception cref="InvalidInputException">The file is broken, or has other classes.</exception>
    /// <exception cref="OutputException">The file cannot be written.</exception>
    public static LearningCurveFile Resume(string path, ImmutableArray<string> classes, int lastEpoch)
    {
        var curve = Read(path, classes).Until(lastEpoch);
        WriteWhole(path, curve, overwrite: true);
        return new LearningCurveFile(path, curve);
    }

    /// <exception cref="InvalidInputException">The file cannot be read, is broken, or has other classes.</exception>
    public static LearningCurve Read(string path, ImmutableArray<string> classes)
    {
        var text = Encoding.UTF8.GetString(InputFile.ReadAll(path, LongestFile));
        return new LearningCurve(classes, LearningCurveCsv.Parse(text, classes, path));
    }

    /// <exception cref="ArgumentException">The epoch is not after the last one, or there is not one Dice for every class.</exception>
    /// <exception cref="OutputException">The disk is full. The file is closed; <see cref="Resume"/> removes what is torn.</exception>
    public void Append(EpochRow row)
    {
        var last = Curve.Rows.IsEmpty ? 0 : Curve.Rows[^1].Epoch;
        if (row.Epoch <= last || row.Step < 0 || row.Dice.Length != Curve.Classes.Length)
        {
            throw new ArgumentException(
                $"expected an epoch after {last}, a step of 0 or more and {Curve.Classes.Length} Dice, found epoch {row.Epoch}, step {row.Step} and {row.Dice.Length}", nameof(row));
        }

        try
        {
            OutputFile.Guard(_path, () =>
            {
                _stream.Write(Encoding.UTF8.GetBytes(LearningCurveCsv.Line(row) + '\n'));
                _stream.Flush(flushToDisk: true);
            });
        }
        catch (OutputException)
        {
            // The row may be torn; another one behind it would make a broken line of both.
            _stream.Dispose();
            throw;
        }

        Curve = Curve with { Rows = Curve.Rows.Add(row) };
    }

    public void Dispose() => _stream.Dispose();

    private static void WriteWhole(string path, LearningCurve curve, bool overwrite)
    {
        string[] lines = [LearningCurveCsv.Header(curve.Classes), .. curve.Rows.Select(LearningCurveCsv.Line)];
        OutputFile.Write(path, overwrite, stream => stream.Write(Encoding.UTF8.GetBytes(string.Concat(lines.Select(l => l + '\n')))));
    }

    private static FileStream OpenEnd(string path)
    {
        try
        {
            // No buffer: a row reaches the system in one write.
            return new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{path}: cannot be written: {OneLine.Of(e.Message)}", e);
        }
    }
}
