using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using DiagCodec.Cli.Output;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Encode.Hm;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Processes;

namespace DiagCodec.Cli.Commands;

/// <summary>diagcodec doctor: what is installed, in which version, and how to get what is missing.</summary>
internal static class DoctorCommand
{
    private const long LittleSpace = 1L << 30;

    public static Command Create(CliConsole console)
    {
        var json = CommonOptions.Json();
        var command = new DocumentedCommand(
            "doctor",
            "Says what diagcodec needs, what of it is here, and how to get the rest.",
            "Exit code 3 when something is missing.",
            "diagcodec doctor") { json };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(json), console, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(bool json, CliConsole console, CancellationToken cancellation)
    {
        ImmutableArray<DoctorFinding> parts =
        [
            new("diagcodec", true, $"{ToolVersion.Number} on {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}", null),
            Dicom(),
            await ProgramAsync("encoder (x265)", EncoderPath, ["--version"], cancellation),
            await ProgramAsync("decoder (ffmpeg)", () => "ffmpeg", ["-version"], cancellation),
            await HmAsync(cancellation),
            .. await DoctorBench.LookAsync(cancellation),
            .. DoctorNetworks.Look(cancellation),
            TemporarySpace(),
        ];
        var healthy = parts.All(p => p.Good);
        if (json)
        {
            JsonPrinter.Print(new DoctorSummary(healthy, parts), JsonPrinterContext.Default.DoctorSummary, console);
        }
        else
        {
            var width = parts.Max(p => p.Part.Length);
            foreach (var part in parts)
            {
                console.Out.WriteLine($"{(part.Good ? "ok     " : "MISSING")} {part.Part.PadRight(width)} {part.Detail}{(part.Remedy is null ? "" : $" -> {part.Remedy}")}");
            }
        }

        return healthy ? ExitCodes.Done : ExitCodes.Environment;
    }

    private static string EncoderPath() => X265Program.Find();

    private static DoctorFinding Dicom()
    {
        const string Part = "DICOM (GDCM)";
        try
        {
            return new DoctorFinding(Part, true, DicomSupport.LibraryVersion(), null);
        }
        catch (ToolException e)
        {
            return new DoctorFinding(Part, false, e.Message, "scripts/setup");
        }
    }

    private static async Task<DoctorFinding> ProgramAsync(string part, Func<string> program, string[] arguments, CancellationToken cancellation)
    {
        try
        {
            using var process = ToolProcess.Start(program(), arguments);
            using var reader = new StreamReader(process.Output);
            var words = await reader.ReadToEndAsync(cancellation);
            return await process.WaitAsync(cancellation) == 0
                ? new DoctorFinding(part, true, words.Split('\n')[0], null)
                : new DoctorFinding(part, false, process.ErrorText, "scripts/setup");
        }
        catch (ToolException e)
        {
            return new DoctorFinding(part, false, e.Message, "scripts/setup");
        }
    }

    /// <summary>HM is the user's own: none is well, one that was named and does not run is not.</summary>
    private static async Task<DoctorFinding> HmAsync(CancellationToken cancellation)
    {
        const string Part = "HM (optional)";
        const string Remedy = "docs/hm.md";
        try
        {
            return HmProgram.TryFind(null) is { } program
                ? new DoctorFinding(Part, true, $"HM {await HmVersion.AskAsync(program, cancellation)}, {program}", null)
                : new DoctorFinding(Part, true, "not installed; only --encoder hm needs it", Remedy);
        }
        catch (ToolException e)
        {
            return new DoctorFinding(Part, false, e.Message, Remedy);
        }
    }

    private static DoctorFinding TemporarySpace()
    {
        var place = Path.GetTempPath();
        var free = new DriveInfo(place).AvailableFreeSpace;
        var detail = string.Create(CultureInfo.InvariantCulture, $"{place}, {free / (1 << 20)} MB free");
        return new DoctorFinding("temporary files", free >= LittleSpace, detail, free >= LittleSpace ? null : "set TMPDIR to a larger place");
    }
}
