using System.CommandLine;
using DiagCodec.Cli.Commands.Train;
using DiagCodec.Cli.Output;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Mvmic;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Train.Sampling;

namespace DiagCodec.Cli.Commands.Codecs;

/// <summary>diagcodec train mvmicnet: parses; <see cref="TrainMvmicRun"/> does the work.</summary>
internal static class TrainMvmicCommand
{
    public static Command Create(CliConsole console)
    {
        var standard = new MvmicOptions();
        var data = new Argument<string>("DATA") { Description = "Folder of images and label maps." };
        var task = new Option<string>("--task") { Description = "The task whose network judges, then is tuned: a name, or a model's folder.", Required = true, HelpName = "NAME|DIR" };
        var hardened = new Option<bool>("--hardened") { Description = "Begin with the task's hardened weights." };
        var output = CommonOptions.OutputPath("Folder; gets 'codec' and 'task'. A stopped training goes on where it was.");
        var pairs = new Option<string?>("--pairs") { Description = "Where images and label maps are, for example '*/CT_image.nii.gz=*/CT_mask.nii.gz'; default: known layouts.", HelpName = "IMAGE=LABELS" };
        var labels = new Option<string?>("--labels") { Description = "Numbers in the label maps to the task's classes, for example 1=1,2=1,*=0; default: the same numbers.", HelpName = "MAP" };
        var split = new Option<string?>("--split") { Description = "JSON file that says which cases train, validate, test; default: drawn by the seed.", HelpName = "FILE" };
        var validation = Share("--validation", "Share of the cases for validation, where no --split is given.", 0.1);
        var test = Share("--test", "Share of the cases for the final figures, where no --split is given.", 0.2);
        var width = CommonOptions.Number("--width", "N, channels of most layers; two cores want 32 to 64.", 128, 8, 1024);
        var latent = CommonOptions.Number("--latent", "M, channels of the latents, even.", 192, 8, 1024);
        var lambda1 = Number("--lambda", "lambda1: of the mean squared error on a scale of 255, beside bits per pixel.", standard.DistortionWeight);
        var lambda2 = Number("--task-weight", "lambda2: of the task's loss; 0 for a codec that knows nothing of the task.", standard.TaskWeight);
        var epochs = CommonOptions.Number("--epochs", "Epochs of stage 1.", standard.Epochs, 1, 100_000);
        var tuning = CommonOptions.Number("--tuning-epochs", "Epochs of stage 2.", standard.TuningEpochs, 0, 100_000);
        var steps = CommonOptions.Number("--steps", "Batches in an epoch.", standard.StepsPerEpoch, 1, 100_000);
        var batch = CommonOptions.Number("--batch", "Patches in a batch.", standard.Patches.Batch, 1, 1024);
        var patch = CommonOptions.Number("--patch", "Sides of a patch, a multiple of 64.", standard.Patches.Size, 64, 4096);
        var rate = Number("--learning-rate", "Of the codec.", standard.LearningRate);
        var tuningRate = Number("--tuning-rate", "Of the task's network.", standard.TuningRate);
        var seed = CommonOptions.Number("--seed", "Of split, weights, patches and noise.", standard.Seed, 0, int.MaxValue);
        var threads = new Option<int?>("--threads") { Description = "Of the networks; default: all cores.", HelpName = "N" };
        var device = CommonOptions.Device();
        var json = CommonOptions.Json();
        var command = new DocumentedCommand(
            "mvmicnet",
            "Trains a codec for a task's network, then the network for the codec (Yao et al. 2026, reconstructed).",
            "Stage 1 trains the codec with the network frozen; stage 2 tunes the network on decoded slices and leaves the codec as it is.",
            "diagcodec train mvmicnet angiograms --task coronary-xca --width 64 --latent 96 -o mvmicnet-xca")
        {
            data, task, hardened, output, pairs, labels, split, validation, test, width, latent, lambda1, lambda2, epochs, tuning, steps, batch, patch, rate,
            tuningRate, seed, threads, device, json,
        };
        command.SetAction((parsed, cancellation) => System.Threading.Tasks.Task.Run(
            () => TrainMvmicRun.Run(
                new TrainMvmicOptions
                {
                    Data = parsed.GetRequiredValue(data),
                    Task = parsed.GetRequiredValue(task),
                    Variant = parsed.GetValue(hardened) ? WeightsVariant.Hardened : WeightsVariant.Plain,
                    Output = parsed.GetRequiredValue(output),
                    Pairs = parsed.GetValue(pairs),
                    Labels = parsed.GetValue(labels),
                    Split = parsed.GetValue(split),
                    ValidationShare = parsed.GetValue(validation),
                    TestShare = parsed.GetValue(test),
                    Shape = new CodecShape(CodecShape.Mvmic, 1, parsed.GetValue(width), parsed.GetValue(latent)),
                    Training = standard with
                    {
                        DistortionWeight = parsed.GetValue(lambda1),
                        TaskWeight = parsed.GetValue(lambda2),
                        Epochs = parsed.GetValue(epochs),
                        TuningEpochs = parsed.GetValue(tuning),
                        StepsPerEpoch = parsed.GetValue(steps),
                        Patches = new PatchOptions { Batch = parsed.GetValue(batch), Size = parsed.GetValue(patch) },
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

    private static Option<double> Number(string name, string description, double standard) =>
        new(name) { Description = description, HelpName = "X", DefaultValueFactory = _ => standard };

    private static Option<double> Share(string name, string description, double standard) => new(name)
    {
        Description = description,
        HelpName = "0..1",
        DefaultValueFactory = _ => standard,
        CustomParser = OptionParsers.Share(name),
    };
}
