using System.Collections.Immutable;
using DiagCodec.Cli.Output;
using DiagCodec.Evaluation.Bench.Methods.External.Programs;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Cli.Commands;

/// <summary>The programs of other codecs: only bench compares with them, so one that is missing is told but is no fault.</summary>
internal static class DoctorBench
{
    public static async Task<ImmutableArray<DoctorFinding>> LookAsync(CancellationToken cancellation)
    {
        var findings = ImmutableArray.CreateBuilder<DoctorFinding>();
        foreach (var program in ProgramVersions.Stills)
        {
            findings.Add(await LookAsync(program, cancellation));
        }

        return findings.DrainToImmutable();
    }

    private static async Task<DoctorFinding> LookAsync(string program, CancellationToken cancellation)
    {
        var part = $"bench ({program})";
        try
        {
            return new DoctorFinding(part, true, await ProgramVersions.AskAsync(program, cancellation), null);
        }
        catch (ToolException e)
        {
            return new DoctorFinding(part, true, $"{e.Message.Split(';')[0]}; only bench needs it", "scripts/setup");
        }
    }
}
