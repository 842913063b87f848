using System.Globalization;
using DiagCodec.Cli.Output;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Decode;

namespace DiagCodec.Cli.Commands;

/// <summary>archive -> decode -> write.</summary>
internal static class DecodeRun
{
    public static async Task<int> RunAsync(string archivePath, DecodeSettings settings, Func<Manifest, IStreamDecoder> decoder, bool json, CliConsole console, CancellationToken cancellation)
    {
        var start = console.Clock.GetTimestamp();
        using var progress = new ProgressLine(console);
        using var archive = ArchiveReader.Open(archivePath);
        using var output = DecodedOutput.Open(archive, settings);
        var note = await output.FillAsync(decoder(archive.Manifest), progress, cancellation);
        cancellation.ThrowIfCancellationRequested();
        output.Commit();
        progress.Dispose();
        if (note is not null)
        {
            console.Error.WriteLine($"note: {note}");
        }

        var (source, elapsed) = (archive.Manifest.Source, console.Clock.GetElapsedTime(start));
        if (json)
        {
            var summary = new DecodeSummary(settings.Output, output.Format.ToString().ToLowerInvariant(), source.Description, source.Slices, elapsed.TotalSeconds);
            JsonPrinter.Print(summary, JsonPrinterContext.Default.DecodeSummary, console);
        }
        else
        {
            console.Out.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{settings.Output}: {source.Slices} slices, decoded and found equal to what the encoder {(note is null ? "saw" : "wrote")}, {elapsed.TotalSeconds:0.0} s"));
        }

        return ExitCodes.Done;
    }
}
