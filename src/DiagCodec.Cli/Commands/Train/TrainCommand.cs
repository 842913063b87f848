using System.CommandLine;
using DiagCodec.Cli.Output;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>diagcodec train: what can be trained.</summary>
internal static class TrainCommand
{
    public static Command Create(CliConsole console) => new("train", "Trains networks.")
    {
        TrainSegmentationCommand.Create(console),
        TrainCodecCommand.Create(console),
        TrainMvmicCommand.Create(console),
        TrainDetectorCommand.Create(console),
        TrainOrchestratedCommand.Create(console),
    };
}
