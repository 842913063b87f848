using System.Globalization;
using DiagCodec.Cli.Commands.Segment;
using DiagCodec.Cli.Output;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Series;
using DiagCodec.LearnedCodecs.Orchestrated;
using DiagCodec.LearnedCodecs.Orchestrated.Files;
using DiagCodec.LearnedCodecs.Streams;
using DiagCodec.Networks.State;
using DiagCodec.Segmentation.Input;

namespace DiagCodec.Cli.Commands.Codecs;

/// <summary>read -> prepare -> code -> write, and back as far as it goes.</summary>
internal static class OrchestratedRun
{
    /// <summary>Whether a file is a learned stream by itself, not an archive; one that cannot be read is none.</summary>
    public static bool IsStream(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return CodedSeries.IsBegunBy(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Whoever opens it as an archive says what is wrong.
            return false;
        }
    }

    public static int Encode(EncodeOptions options, CliConsole console, CancellationToken cancellation)
    {
        options.ValidateOrchestrated();
        var start = console.Clock.GetTimestamp();
        using var progress = new ProgressLine(console);
        using var pending = new PendingFile(options.Output, options.Overwrite);
        using var coder = OrchestratedSeries.Load(OrchestratedCatalogue.Standard().Open(options.Codec!), Devices.Open(options.Device), cancellation);
        var series = SeriesReader.Read(options.Input, options.Series, cancellation, progress.Of("reading"), PictureUse.Luma);
        FindingsPrinter.Print(series.Findings, console);
        var planes = InputPreparation.Of(series.Volume, coder.Document.Input);
        var bytes = coder.Encode(planes, progress.Of("coding"), cancellation);
        Guard(options.Output, () => pending.Stream.Write(bytes));
        pending.Commit();
        progress.Dispose();
        console.Error.WriteLine("note: the image cannot be had back from this stream, only what the model's segmentor marks");
        Print(options.Output, options.Json, coder, planes.Slices.Length, planes.Columns, planes.Rows, bytes.Length, console.Clock.GetElapsedTime(start), console);
        return ExitCodes.Done;
    }

    /// <summary>Writes labels-0001.png ... and feature-image-0001.png ... into a folder.</summary>
    /// <param name="input">The stream.</param>
    /// <param name="model">Name or folder; null for the one there is.</param>
    /// <param name="device">cpu or cuda.</param>
    /// <param name="output">The folder.</param>
    /// <param name="json">Print JSON.</param>
    /// <param name="overwrite">Replace what is there.</param>
    /// <param name="console">Where to print.</param>
    /// <param name="cancellation">Ends between slices.</param>
    public static int Decode(string input, string? model, string device, string output, bool json, bool overwrite, CliConsole console, CancellationToken cancellation)
    {
        var start = console.Clock.GetTimestamp();
        using var progress = new ProgressLine(console);
        using var pending = new PendingFolder(output, overwrite);
        using var coder = OrchestratedSeries.Load(OrchestratedCatalogue.Standard().Open(model ?? LearnedStreamHeader.Orchestrated), Devices.Open(device), cancellation);
        var bytes = Read(input);
        var stream = CodedSeries.Read(bytes, input);
        var decoded = coder.Decode(stream, input, progress.Of("decoding"), cancellation);
        var (labels, kind) = (decoded.Labels, decoded.IsImage ? "reconstruction" : "feature-image");
        for (var z = 0; z < labels.Slices; z++)
        {
            cancellation.ThrowIfCancellationRequested();
            Write(Place("labels", z), PngPixelFormat.Grey8, LabelGreys.Of(labels.Slice(z), coder.Document.Classes.Length));
            Write(Place(kind, z), PngPixelFormat.Grey16, decoded.Seen.SliceBytes(z));
        }

        pending.Commit();
        progress.Dispose();
        if (!decoded.IsImage)
        {
            console.Error.WriteLine("note: feature-image-*.png is what the segmentor saw, no picture of the patient: read nothing off it");
        }

        Print(output, json, coder, labels.Slices, labels.Columns, labels.Rows, bytes.Length, console.Clock.GetElapsedTime(start), console);
        return ExitCodes.Done;

        string Place(string name, int z) => Path.Combine(pending.TemporaryPath, string.Create(CultureInfo.InvariantCulture, $"{name}-{z + 1:0000}.png"));

        void Write(string path, PngPixelFormat format, ReadOnlySpan<byte> pixels)
        {
            var copy = pixels.ToArray();
            Guard(path, () =>
            {
                using var file = File.Create(path);
                PngEncoder.Write(file, labels.Columns, labels.Rows, format, copy);
            });
        }
    }

    private static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"{path}: cannot be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private static void Guard(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{path}: cannot be written: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    private static void Print(
        string output, bool json, OrchestratedSeries coder, int slices, int columns, int rows, long bytes, TimeSpan elapsed, CliConsole console)
    {
        var rate = 8.0 * bytes / ((double)slices * columns * rows);
        var summary = new OrchestratedSummary(output, coder.Document.Design.ToString(), slices, columns, rows, bytes, rate, elapsed.TotalSeconds);
        if (json)
        {
            JsonPrinter.Print(summary, JsonPrinterContext.Default.OrchestratedSummary, console);
            return;
        }

        console.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Output}: {slices} slices of {columns}x{rows}, design {summary.Design}, {bytes} bytes, {rate:0.00000} bits per pixel, {summary.Seconds:0.0} s"));
    }
}
