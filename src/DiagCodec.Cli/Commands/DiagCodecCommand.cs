using System.CommandLine;
using DiagCodec.Cli.Output;

namespace DiagCodec.Cli.Commands;

/// <summary>The command line as a whole.</summary>
internal static class DiagCodecCommand
{
    public static RootCommand Create(CliConsole console)
    {
        var root = new RootCommand("Codes medical image series as HEVC video so that a diagnosis survives, and back to DICOM.")
        {
            EncodeCommand.Create(console),
            DecodeCommand.Create(console),
            InfoCommand.Create(console),
            VerifyCommand.Create(console),
            Segment.SegmentCommand.Create(console),
            Train.TrainCommand.Create(console),
            Tolerance.ToleranceCommand.Create(console),
            Policies.PretrainCommand.Create(console),
            Policies.FinetuneCommand.Create(console),
            Bench.BenchCommand.Create(console),
            Report.ReportCommand.Create(console),
            PhantomCommand.Create(console),
            VideosCommand.Create(console),
            DoctorCommand.Create(console),
        };
        root.Options.Add(CommonOptions.Verbose);
        HelpWithExamples.Install(root);
        return root;
    }
}
