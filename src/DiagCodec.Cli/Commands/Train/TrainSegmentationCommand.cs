using System.CommandLine;
using DiagCodec.Cli.Output;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Sampling;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>diagcodec train segmentation: parses; <see cref="TrainSegmentationRun"/> does the work.</summary>
internal static class TrainSegmentationCommand
{
    public static Command Create(CliConsole console)
    {
        var standard = new TrainingOptions();
        var data = new LabelledDataOptions();
        var task = new Option<string>("--task") { Description = "The task to train: a name, or a folder with a task.json.", Required = true, HelpName = "NAME|DIR" };
        var output = CommonOptions.OutputPath("Model folder; with --folds a folder of model folders. A stopped training goes on where it was.");
        var split = new SplitOptions();
        var folds = new Option<int?>("--folds") { Description = "Cross-validation with so many folds, 2 or more, instead of one model.", HelpName = "K" };
        var epochs = CommonOptions.Number("--epochs", "Epochs.", standard.Epochs, 1, 100_000);
        var steps = CommonOptions.Number("--steps", "Batches in an epoch.", standard.StepsPerEpoch, 1, 100_000);
        var batch = CommonOptions.Number("--batch", "Patches in a batch.", standard.Patches.Batch, 1, 1024);
        var patch = CommonOptions.Number("--patch", "Width and height of a patch on the network's grid.", standard.Patches.Size, 16, 4096);
        var rate = new Option<double>("--learning-rate") { Description = "Highest learning rate.", HelpName = "X", DefaultValueFactory = _ => standard.LearningRate };
        var foreground = CommonOptions.Share("--foreground", "Share of patches that are cut round foreground.", standard.Patches.ForegroundShare);
        var patience = CommonOptions.Number("--patience", "Stop after so many epochs without a better validation Dice; 0: never.", 0, 0, 100_000);
        var seed = CommonOptions.Number("--seed", "Of split, weights and patches.", standard.Seed, 0, int.MaxValue);
        var harden = new Option<bool>("--harden") { Description = "Also train a hardened network: goes on with images that the encoder has coded and decoded." };
        var hardenEpochs = CommonOptions.Number("--harden-epochs", "Epochs of the hardening.", standard.Epochs, 1, 100_000);
        var hardenRate = new Option<double?>("--harden-learning-rate") { Description = "Highest learning rate of the hardening; default: a quarter of --learning-rate.", HelpName = "X" };
        var variants = CommonOptions.Number("--harden-variants", "Codings of every training case.", 12, 1, 1000);
        var slices = CommonOptions.Number("--harden-slices", "Slices of a case in one coding.", 33, 1, 10_000);
        var qps = new Option<(int, int)>("--harden-qp") { Description = "Lowest and highest base QP of the codings.", HelpName = "LOW-HIGH", DefaultValueFactory = _ => (30, 51), CustomParser = OptionParsers.Range("--harden-qp", 0, 51) };
        var share = CommonOptions.Share("--harden-share", "Share of patches that come from coded images.", standard.Patches.CodedShare);
        var parallel = CommonOptions.Number("--parallel", "Folds trained, and series coded, side by side.", 1, 1, 256);
        var threads = new Option<int?>("--threads") { Description = "Threads of one network; default: cores divided by --parallel.", HelpName = "N" };
        var device = CommonOptions.Device();
        var json = CommonOptions.Json();
        var command = new DocumentedCommand(
            "segmentation",
            "Trains a task's segmentation network.",
            "Images and label maps: ImageCAS (N.img.nii.gz, N.label.nii.gz), nnU-Net (imagesTr, labelsTr), folders of image.nii.gz and\n"
            + "mask.nii.gz, phantom patients, DICOM folders with a Segmentation object, DAVIS videos, pictures N.png with N_gt.png; others by --pairs.",
            "diagcodec train segmentation phantoms --task coronary-cta --labels 1=1,2=1,*=0 -o my-model",
            "diagcodec train segmentation angiograms --task coronary-xca -o folds --folds 5 --parallel 2 --harden")
        {
            data.Data, task, output, data.Pairs, data.Labels, split.File, split.Validation, split.Test, folds, epochs, steps, batch, patch, rate, foreground, patience, seed,
            harden, hardenEpochs, hardenRate, variants, slices, qps, share, parallel, threads, device, json,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var plain = standard with
                {
                    Epochs = parsed.GetValue(epochs),
                    StepsPerEpoch = parsed.GetValue(steps),
                    LearningRate = parsed.GetValue(rate),
                    Patience = parsed.GetValue(patience),
                    Seed = parsed.GetValue(seed),
                    Patches = new PatchOptions
                    {
                        Batch = parsed.GetValue(batch),
                        Size = parsed.GetValue(patch),
                        ForegroundShare = parsed.GetValue(foreground),
                    },
                };
                return TrainSegmentationRun.Run(
                    new TrainSegmentationOptions
                    {
                        Data = data.Of(parsed),
                        Task = parsed.GetRequiredValue(task),
                        Output = parsed.GetRequiredValue(output),
                        Split = split.Of(parsed),
                        Folds = parsed.GetValue(folds),
                        Plain = plain,
                        Harden = parsed.GetValue(harden),
                        Hardened = plain with
                        {
                            Epochs = parsed.GetValue(hardenEpochs),
                            LearningRate = parsed.GetValue(hardenRate) ?? plain.LearningRate / 4,
                            Patches = plain.Patches with { CodedShare = parsed.GetValue(share) },
                        },
                        HardenVariants = parsed.GetValue(variants),
                        HardenSlices = parsed.GetValue(slices),
                        HardenQps = parsed.GetValue(qps),
                        Parallel = parsed.GetValue(parallel),
                        Threads = parsed.GetValue(threads),
                        Device = parsed.GetRequiredValue(device),
                        CommandLine = CommandLineText.Of(parsed),
                        Json = parsed.GetValue(json),
                    },
                    console,
                    cancellation);
            },
            cancellation));
        return command;
    }
}
