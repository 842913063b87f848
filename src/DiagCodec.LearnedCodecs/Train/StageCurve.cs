using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Files;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>Learning curve of a stage as CSV, one line an epoch, with the figures of whatever the stage trains for. Written anew with each line, so that it is never torn.</summary>
internal sealed class StageCurve
{
    private const long LongestFile = 16 << 20;

    private readonly string _path;
    private readonly List<string> _lines;

    private StageCurve(string path, List<string> lines) => (_path, _lines) = (path, lines);

    /// <param name="path">Replaced by the first line.</param>
    /// <param name="figures">Names of the last columns.</param>
    /// <param name="epochs">Done before: as many lines of the file stay.</param>
    /// <exception cref="InvalidInputException">The file of a stage that goes on is missing or of other figures.</exception>
    public static StageCurve Open(string path, ImmutableArray<string> figures, int epochs)
    {
        var header = string.Join(',', ["epoch", "step", "seconds", "training_loss", "learning_rate", .. figures.Select(f => f.Replace(',', ' '))]);
        if (epochs == 0)
        {
            return new StageCurve(path, [header]);
        }

        var lines = Encoding.UTF8.GetString(InputFile.ReadAll(path, LongestFile)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length > epochs && lines[0] == header
            ? new StageCurve(path, [.. lines[..(epochs + 1)]])
            : throw new InvalidInputException($"{path}: expected {epochs} lines below '{header}'; remove it together with its checkpoints to begin again");
    }

    /// <exception cref="OutputException">It cannot be written.</exception>
    public void Append(int epoch, int step, double seconds, double loss, double learningRate, ImmutableArray<double?> figures)
    {
        double?[] values = [epoch, step, seconds, loss, learningRate, .. figures];
        _lines.Add(string.Join(',', values.Select(v => v?.ToString("R", CultureInfo.InvariantCulture))));
        OutputFile.Write(_path, overwrite: true, stream => stream.Write(Encoding.UTF8.GetBytes(string.Join('\n', _lines) + '\n')));
    }
}
