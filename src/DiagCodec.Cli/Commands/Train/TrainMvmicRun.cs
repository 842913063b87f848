using System.Collections.Immutable;
using DiagCodec.Cli.Output;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Detect.Files;
using DiagCodec.LearnedCodecs.Mvmic;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.State;
using TorchSharp;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>find -> split -> read -> stage 1 -> stage 2 -> score.</summary>
internal static class TrainMvmicRun
{
    public static int Run(TrainMvmicOptions options, CliConsole console, CancellationToken cancellation)
    {
        options.Training.Validate();
        using var progress = new ProgressLine(console);
        var model = ModelCatalogue.Standard().Open(options.Task);
        var device = Devices.Open(options.Device);
        torch.set_num_threads(options.Threads ?? Environment.ProcessorCount);
        ITaskModel judge = options.Detector is { } detector ? new DetectionModel(DetectorFolder.Open(detector)) : new SegmentationModel(model, options.Variant);
        if (!judge.Classes.Select(c => c.Name).SequenceEqual(model.Task.Classes.Select(c => c.Name)))
        {
            throw new InvalidInputException($"{options.Detector}: finds {Names(judge.Classes)}, the task {model.Task.Name} has {Names(model.Task.Classes)}; choose the detector's task");
        }

        var start = CodecStart.Path(options.Start, options.StartQuality);
        var data = new TrainingCases(options.Data, options.Split, options.Training.Seed);
        var cases = data.Read(options.Output, model.Task, progress, cancellation);
        var result = new MvmicTraining(model.Task, judge, options.Shape, options.Training, device, console.Clock)
            .Train(cases, options.Output, start, data.Record(options.CommandLine, cases), new TrainingPrinter(console, progress, 2), cancellation);
        progress.Dispose();
        MvmicPrinter.Print(options, cases.Test.Length, result, console);
        return ExitCodes.Done;
    }

    private static string Names(ImmutableArray<ModelClass> classes) => string.Join(", ", classes.Select(c => c.Name));
}
