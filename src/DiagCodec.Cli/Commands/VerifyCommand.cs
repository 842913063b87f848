using System.CommandLine;
using System.Globalization;
using DiagCodec.Cli.Output;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Decode;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Cli.Commands;

/// <summary>diagcodec verify: entry hashes, then a whole decoding, then on request a comparison with the source.</summary>
internal static class VerifyCommand
{
    public static Command Create(CliConsole console)
    {
        var input = new Argument<string>("ARCHIVE") { Description = "A .dgc archive." };
        var against = new Option<string?>("--against") { Description = "The series it was made from: also say how far the decoded values are off.", HelpName = "PATH" };
        var series = CommonOptions.Series();
        var json = CommonOptions.Json();
        var command = new DocumentedCommand(
            "verify",
            "Checks that an archive is whole.",
            "Every entry is compared with its hash and every decoded sample with what the encoder saw; exit code 5 when one differs.",
            "diagcodec verify chest.dgc",
            "diagcodec verify chest.dgc --against ct-series/") { input, against, series, json };
        var model = new ArchiveModel();
        model.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.GetRequiredValue(input), parsed.GetValue(against), parsed.GetValue(series), model.Decoder(parsed), parsed.GetValue(json), console, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        string path, string? against, string? seriesUid, Func<Manifest, IStreamDecoder> streams, bool json, CliConsole console, CancellationToken cancellation)
    {
        var start = console.Clock.GetTimestamp();
        using var progress = new ProgressLine(console);
        using var archive = ArchiveReader.Open(path);
        var decoder = new SeriesDecoder(streams(archive.Manifest));
        var note = await decoder.CheckAsync(archive, progress, cancellation);
        var difference = against is null ? null : await CompareAsync(archive, decoder, against, seriesUid, progress, cancellation);
        progress.Dispose();
        if (note is not null)
        {
            console.Error.WriteLine($"note: {note}");
        }

        var (slices, elapsed) = (archive.Manifest.Source.Slices, console.Clock.GetElapsedTime(start));
        if (json)
        {
            JsonPrinter.Print(new VerifySummary(path, true, slices, difference, elapsed.TotalSeconds), JsonPrinterContext.Default.VerifySummary, console);
        }
        else
        {
            var compared = difference is null ? "" : $"; against the source off by {difference.LargestError} at most, {difference.MeanError:0.00} on average";
            console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: whole, {slices} slices{compared}"));
        }

        return ExitCodes.Done;
    }

    private static async Task<SourceDifference> CompareAsync(
        ArchiveReader archive, SeriesDecoder decoder, string against, string? seriesUid, ProgressLine progress, CancellationToken cancellation)
    {
        var series = SeriesReader.Read(against, seriesUid, cancellation, progress.Of("reading"));
        using var comparison = new SourceComparison(series, archive.Manifest.Source);
        await decoder.DecodeAsync(archive, comparison, progress, cancellation);
        return comparison.Result.PaddingErrors == 0
            ? comparison.Result
            : throw new VerificationException($"{against}: {comparison.Result.PaddingErrors} padding voxels differ; the archive was made from another series");
    }
}
