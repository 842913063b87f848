using System.Globalization;
using DiagCodec.Cli.Output;
using DiagCodec.Coding;
using DiagCodec.LearnedCodecs.Train;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>Progress of a codec's training: one line for all steps, one for every checkpoint.</summary>
internal sealed class CodecTrainingPrinter(CliConsole console, ProgressLine line) : IProgress<CodecTrainingProgress>
{
    public void Report(CodecTrainingProgress value)
    {
        if (value.Note is { } note)
        {
            line.Dispose();
            console.Error.WriteLine($"note: {note}");
            return;
        }

        if (value.Row is not { } row)
        {
            line.Report(new CodingProgress("training, step", value.Step, value.Steps) { Unit = "" });
            return;
        }

        line.Dispose();
        var held = row.ValidationBitsPerPixel is { } bits && row.ValidationPsnr is { } psnr
            ? string.Create(CultureInfo.InvariantCulture, $"; held out {bits:0.0000} bits, {psnr:0.00} dB")
            : "";
        console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"step {row.Step} of {value.Steps}: loss {row.Loss:0.0000}, {row.BitsPerPixel:0.0000} bits a pixel, {row.Psnr:0.00} dB{held}, {row.Seconds:0} s"));
    }
}
