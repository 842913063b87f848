using System.Collections.Immutable;
using DiagCodec.Cli.Output;

using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Files;
using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Cli.Commands;

/// <summary>Makes one patient after the other; each appears only when it is whole.</summary>
internal static class PhantomRun
{
    public static int Run(
        string output,
        int patients,
        PhantomOptions first,
        DicomOutputSyntax syntax,
        bool overwrite,
        bool json,
        CliConsole console,
        CancellationToken cancellation)
    {
        first.Validate();
        using var progress = new ProgressLine(console);
        OutputFolder.Make(output);
        var made = ImmutableArray.CreateBuilder<PhantomPatient>();
        for (var patient = 1; patient <= patients; patient++)
        {
            var options = first with { Seed = first.Seed + patient - 1 };
            var folder = Path.Combine(output, PhantomSeriesWriter.FolderName(patient));
            using (var pending = new PendingFolder(folder, overwrite))
            {
                PhantomSeriesWriter.Write(pending.TemporaryPath, patient, options, syntax, ToolVersion.Number, progress.Of($"making patient {patient} of {patients}:"), cancellation);
                cancellation.ThrowIfCancellationRequested();
                pending.Commit();
            }

            made.Add(new PhantomPatient(
                Path.Combine(folder, PhantomSeriesWriter.DicomFolder), Path.Combine(folder, PhantomSeriesWriter.LabelFile), options.Seed));
            if (!json)
            {
                progress.Dispose();
                console.Out.WriteLine($"{folder}: seed {options.Seed}, {options.Slices} slices of {options.Size}x{options.Size}");
            }
        }

        if (json)
        {
            JsonPrinter.Print(new PhantomSummary(output, made.ToImmutable()), JsonPrinterContext.Default.PhantomSummary, console);
        }

        return ExitCodes.Done;
    }
}
