using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Files;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>A learning curve as CSV. It is a few dozen rows, and written anew with each, so that it is never torn.</summary>
public static class CodecCurveFile
{
    private const string Header = "checkpoint,step,seconds,loss,bits_per_pixel,psnr,validation_bits_per_pixel,validation_psnr,learning_rate";
    private const int Fields = 9;
    private const long LongestFile = 16 << 20;

    /// <exception cref="OutputException">It cannot be written.</exception>
    public static void Write(string path, IEnumerable<CodecCurveRow> rows)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (var r in rows)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{r.Checkpoint},{r.Step},{r.Seconds:R},{r.Loss:R},{r.BitsPerPixel:R},{r.Psnr:R},{r.ValidationBitsPerPixel:R},{r.ValidationPsnr:R},{r.LearningRate:R}\n");
        }

        OutputFile.Write(path, overwrite: true, stream => stream.Write(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The rows up to a checkpoint.</summary>
    /// <exception cref="InvalidInputException">The file is missing or broken.</exception>
    public static ImmutableArray<CodecCurveRow> Read(string path, int last)
    {
        var lines = Encoding.UTF8.GetString(InputFile.ReadAll(path, LongestFile)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        try
        {
            return lines is [Header, .. var rows]
                ? [.. rows.Select(Parse).Where(r => r.Checkpoint <= last)]
                : throw new FormatException($"expected the header {Header}");
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw new InvalidInputException($"{path}: is no learning curve: {e.Message}; remove it together with its checkpoints to begin again", e);
        }
    }

    private static CodecCurveRow Parse(string line)
    {
        var fields = line.Split(',');
        if (fields.Length != Fields)
        {
            throw new FormatException($"a row has {fields.Length} fields, expected {Fields}");
        }

        double Real(int i) => double.Parse(fields[i], CultureInfo.InvariantCulture);
        double? Perhaps(int i) => fields[i].Length == 0 ? null : Real(i);
        return new CodecCurveRow(
            int.Parse(fields[0], CultureInfo.InvariantCulture), int.Parse(fields[1], CultureInfo.InvariantCulture), Real(2), Real(3), Real(4), Real(5), Perhaps(6), Perhaps(7), Real(8));
    }
}
