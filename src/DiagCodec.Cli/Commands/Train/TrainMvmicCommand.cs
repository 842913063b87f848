using System.CommandLine;
using DiagCodec.Cli.Output;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Mvmic;
using DiagCodec.Networks.Models;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>diagcodec train mvmicnet: parses; <see cref="TrainMvmicRun"/> does the work.</summary>
internal static class TrainMvmicCommand
{
    public static Command Create(CliConsole console)
    {
        var standard = new MvmicOptions();
        var data = new LabelledDataOptions();
        var task = new Option<string>("--task") { Description = "The task whose network judges, then is tuned: a name, or a model's folder.", Required = true, HelpName = "NAME|DIR" };
        var hardened = new Option<bool>("--hardened") { Description = "Begin with the task's hardened weights." };
        var detector = new Option<string?>("--detector") { Description = "Folder of a detector of 'train detector', in place of the task's network.", HelpName = "DIR" };
        var start = new CodecStart();
        var output = CommonOptions.OutputPath("Model folder; another --lambda becomes one more quality, with its tuned network beside it. A stopped training goes on where it was.");
        var split = new SplitOptions();
        var width = CommonOptions.Number("--width", "N, channels of most layers; two cores want 32 to 64.", 128, 8, 1024);
        var latent = CommonOptions.Number("--latent", "M, channels of the latents, even.", 192, 8, 1024);
        var lambda1 = CommonOptions.Factor("--lambda", "lambda1: of the mean squared error on a scale of 255, beside bits per pixel.", standard.DistortionWeight);
        var lambda2 = CommonOptions.Factor("--task-weight", "lambda2: of the task's loss; 0 for a codec that knows nothing of the task.", standard.TaskWeight);
        var epochs = CommonOptions.Number("--epochs", "Epochs of stage 1.", standard.Epochs, 1, 100_000);
        var tuning = CommonOptions.Number("--tuning-epochs", "Epochs of stage 2.", standard.TuningEpochs, 0, 100_000);
        var steps = CommonOptions.Number("--steps", "Batches in an epoch.", standard.StepsPerEpoch, 1, 100_000);
        var batch = CommonOptions.Number("--batch", "Patches in a batch.", standard.Patches.Batch, 1, 1024);
        var patch = CommonOptions.Number("--patch", "Sides of a patch, a multiple of 64.", standard.Patches.Size, 64, 4096);
        var rate = CommonOptions.Factor("--learning-rate", "Of the codec.", standard.LearningRate);
        var tuningRate = CommonOptions.Factor("--tuning-rate", "Of the task's network.", standard.TuningRate);
        var seed = CommonOptions.Number("--seed", "Of split, weights, patches and noise.", standard.Seed, 0, int.MaxValue);
        var threads = new Option<int?>("--threads") { Description = "Of the networks; default: all cores.", HelpName = "N" };
        var device = CommonOptions.Device();
        var json = CommonOptions.Json();
        var command = new DocumentedCommand(
            "mvmicnet",
            "Trains a codec for a task's network, then the network for the codec (Yao et al. 2026, reconstructed).",
            "Stage 1 trains the codec with the network frozen; stage 2 tunes the network on decoded slices and leaves the codec as it is.",
            "diagcodec train mvmicnet angiograms --task coronary-xca --width 64 --latent 96 -o mvmicnet-xca",
            "diagcodec train mvmicnet limbs --task sts-tumour-ct --detector ./tumour-boxes --lambda 0.025 --start ./ct-codec -o mvmicnet-boxes")
        {
            data.Data, task, hardened, detector, output, data.Pairs, data.Labels, split.File, split.Validation, split.Test, width, latent, lambda1, lambda2, epochs, tuning, steps, batch, patch, rate,
            tuningRate, start.Start, start.Quality, seed, threads, device, json,
        };
        command.SetAction((parsed, cancellation) => System.Threading.Tasks.Task.Run(
            () => TrainMvmicRun.Run(
                new TrainMvmicOptions
                {
                    Data = data.Of(parsed),
                    Task = parsed.GetRequiredValue(task),
                    Variant = parsed.GetValue(hardened) ? WeightsVariant.Hardened : WeightsVariant.Plain,
                    Detector = parsed.GetValue(detector),
                    Start = parsed.GetValue(start.Start),
                    StartQuality = parsed.GetValue(start.Quality),
                    Output = parsed.GetRequiredValue(output),
                    Split = split.Of(parsed),
                    Shape = new CodecShape(CodecShape.Mvmic, 1, parsed.GetValue(width), parsed.GetValue(latent)),
                    Training = standard with
                    {
                        DistortionWeight = parsed.GetValue(lambda1),
                        TaskWeight = parsed.GetValue(lambda2),
                        Epochs = parsed.GetValue(epochs),
                        TuningEpochs = parsed.GetValue(tuning),
                        StepsPerEpoch = parsed.GetValue(steps),
                        Patches = standard.Patches with { Batch = parsed.GetValue(batch), Size = parsed.GetValue(patch) },
                        LearningRate = parsed.GetValue(rate),
                        TuningRate = parsed.GetValue(tuningRate),
                        Seed = parsed.GetValue(seed),
                    },
                    Threads = parsed.GetValue(threads),
                    Device = parsed.GetRequiredValue(device),
                    CommandLine = CommandLineText.Of(parsed),
                    Json = parsed.GetValue(json),
                },
                console,
                cancellation),
            cancellation));
        return command;
    }
}
