using System.CommandLine;
using DiagCodec.Cli.Output;
using DiagCodec.LearnedCodecs.Detect;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>diagcodec train detector: parses; <see cref="TrainDetectorRun"/> does the work.</summary>
internal static class TrainDetectorCommand
{
    public static Command Create(CliConsole console)
    {
        var (standard, sizes) = (new DetectorOptions(), new DetectorLayout());
        var data = new LabelledDataOptions();
        var task = new Option<string>("--task") { Description = "The task whose input and classes it has: a name, or a folder with a task.json.", Required = true, HelpName = "NAME|DIR" };
        var output = CommonOptions.OutputPath("Model folder. A stopped training goes on where it was.");
        var split = new SplitOptions();
        var slices = CommonOptions.Number("--slices", "Adjacent slices that it sees.", sizes.Inputs, 1, 15);
        var area = CommonOptions.Number("--smallest-area", "Pixels that a connected part of a label map must have to count as a box.", standard.SmallestArea, 1, int.MaxValue);
        var steps = CommonOptions.Number("--steps", "Batches in all.", standard.Steps, 1, 10_000_000);
        var epochs = CommonOptions.Number("--epochs", "Each ends with a validation and a checkpoint.", standard.Epochs, 1, 100_000);
        var batch = CommonOptions.Number("--batch", "Patches in a batch.", standard.Patches.Batch, 1, 1024);
        var patch = CommonOptions.Number("--patch", "Sides of a patch, a multiple of 8.", standard.Patches.Size, 8, 4096);
        var rate = CommonOptions.Factor("--learning-rate", "Of AdamW at its highest; it falls to 0 along a half cosine.", standard.LearningRate);
        var seed = CommonOptions.Number("--seed", "Of split, weights and patches.", standard.Seed, 0, int.MaxValue);
        var threads = new Option<int?>("--threads") { Description = "Of the network; default: all cores.", HelpName = "N" };
        var device = CommonOptions.Device();
        var json = CommonOptions.Json();
        var command = new DocumentedCommand(
            "detector",
            "Trains a detector of boxes round the connected parts of label maps.",
            "An anchor-free detector (Zhou et al. 2019), scored by COCO's mean average precision on unseen cases. 'train mvmicnet --detector' trains a codec for it.",
            "diagcodec train detector limbs --task sts-tumour-ct --pairs '*/CT_image.nii.gz=*/CT_mask.nii.gz' --smallest-area 20 -o tumour-boxes")
        {
            data.Data, task, output, data.Pairs, data.Labels, split.File, split.Validation, split.Test, slices, area, steps, epochs, batch, patch, rate, seed, threads, device, json,
        };
        command.SetAction((parsed, cancellation) => System.Threading.Tasks.Task.Run(
            () => TrainDetectorRun.Run(
                new TrainDetectorOptions
                {
                    Data = data.Of(parsed),
                    Task = parsed.GetRequiredValue(task),
                    Output = parsed.GetRequiredValue(output),
                    Split = split.Of(parsed),
                    Layout = sizes with { Inputs = parsed.GetValue(slices) },
                    Training = standard with
                    {
                        SmallestArea = parsed.GetValue(area),
                        Steps = parsed.GetValue(steps),
                        Epochs = parsed.GetValue(epochs),
                        Patches = standard.Patches with { Batch = parsed.GetValue(batch), Size = parsed.GetValue(patch) },
                        LearningRate = parsed.GetValue(rate),
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
