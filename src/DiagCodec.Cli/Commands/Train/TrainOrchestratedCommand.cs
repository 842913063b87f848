using System.CommandLine;
using DiagCodec.Cli.Output;
using DiagCodec.LearnedCodecs.Orchestrated;
using DiagCodec.LearnedCodecs.Orchestrated.Train;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>diagcodec train orchestrated: parses; <see cref="TrainOrchestratedRun"/> does the work.</summary>
internal static class TrainOrchestratedCommand
{
    public static Command Create(CliConsole console)
    {
        var (standard, sizes) = (new OrchestratedOptions(), new OrchestratedLayout());
        var data = new LabelledDataOptions();
        var task = new Option<string>("--task") { Description = "The task whose classes are segmented: a name, or a folder with a task.json.", Required = true, HelpName = "NAME|DIR" };
        var output = CommonOptions.OutputPath("Model folder. A stopped training goes on where it was.");
        var design = new Option<OrchestratedDesign>("--design")
        {
            Description = "D1 segmentor and critic; D2 compression and segmentor; D3 all three; D4 as D3 and pays for bits; AutoSeg autoencoder, then segmentor.",
            HelpName = "D1|D2|D3|D4|AutoSeg",
            DefaultValueFactory = _ => OrchestratedDesign.D4,
        };
        var split = new SplitOptions();
        var dimensions = CommonOptions.Number("--dimensions", "2: slices; 3: volumes.", sizes.Dimensions, 2, 3);
        var compression = CommonOptions.Number("--compression-width", "Feature maps of the compression network; 12 is the paper's size.", sizes.CompressionWidth, 1, 256);
        var bits = CommonOptions.Number("--bits", "Bits of a cell of 16 x 16 pixels before entropy coding.", sizes.Bits, 1, 1024);
        var reconstruction = CommonOptions.Number("--reconstruction-width", "Feature maps of the feature reconstruction.", sizes.ReconstructionWidth, 1, 256);
        var segmentor = CommonOptions.Number("--segmentor-width", "Feature maps of the segmentor; 64 is SegAN's size, two cores want 4 to 8.", sizes.SegmentorWidth, 1, 256);
        var critic = CommonOptions.Number("--critic-width", "Feature maps of the critic; 64 is SegAN's size.", sizes.CriticWidth, 1, 256);
        var epochs = CommonOptions.Number("--epochs", "Epochs.", standard.Epochs, 1, 100_000);
        var steps = CommonOptions.Number("--steps", "Batches in an epoch.", standard.StepsPerEpoch, 1, 100_000);
        var batch = CommonOptions.Number("--batch", "Patches in a batch.", standard.Batch, 2, 1024);
        var patch = CommonOptions.Number("--patch", "Sides of a patch, a multiple of 16.", standard.Patch, 48, 4096);
        var rate = CommonOptions.Factor("--learning-rate", "Of Adam; halved every 25 epochs.", standard.LearningRate);
        var halve = CommonOptions.Number("--halve-every", "Epochs after which the learning rate is halved.", standard.HalveEvery, 1, 100_000);
        var distance = CommonOptions.Factor("--distance-weight", "Of the critic's distance.", standard.DistanceWeight);
        var cost = CommonOptions.Factor("--rate-weight", "Of bits per pixel in D4: the knob of the rate.", standard.RateWeight);
        var warmUp = CommonOptions.Number("--rate-warm-up", "Epochs over which --rate-weight rises from 0.", standard.RateWarmUp, 0, 100_000);
        var guideEpochs = CommonOptions.Number("--guide-epochs", "Epochs over which feature images are drawn to --guide, less and less; designs with a code hardly begin to learn without.", standard.GuideEpochs, 0, 100_000);
        var guide = new Option<FeatureGuide>("--guide") { Description = "Image: the slice itself; Truth: the true label map.", HelpName = "Image|Truth", DefaultValueFactory = _ => standard.Guide };
        var start = new Option<string?>("--start") { Description = "Begin with the weights of this model, of the same sizes: to go on at another --rate-weight, with --guide-epochs 0 --rate-warm-up 0.", HelpName = "NAME|DIR" };
        var seed = CommonOptions.Number("--seed", "Of split, weights, patches and bits.", standard.Seed, 0, int.MaxValue);
        var threads = new Option<int?>("--threads") { Description = "Of the networks; default: all cores.", HelpName = "N" };
        var device = CommonOptions.Device();
        var json = CommonOptions.Json();
        var command = new DocumentedCommand(
            "orchestrated",
            "Trains compression and remote segmentation together (Liu et al., MICCAI 2020).",
            "What is coded is not the image: a decoder gets a label map, and a feature image that only the segmentor understands.",
            "diagcodec train orchestrated angiograms --task coronary-xca --design D4 --rate-weight 0.5 -o orchestrated-xca")
        {
            data.Data, task, output, design, data.Pairs, data.Labels, split.File, split.Validation, split.Test, dimensions, compression, bits, reconstruction, segmentor, critic,
            epochs, steps, batch, patch, rate, halve, distance, cost, warmUp, guideEpochs, guide, start, seed, threads, device, json,
        };
        command.SetAction((parsed, cancellation) => System.Threading.Tasks.Task.Run(
            () => TrainOrchestratedRun.Run(
                new TrainOrchestratedOptions
                {
                    Data = data.Of(parsed),
                    Task = parsed.GetRequiredValue(task),
                    Output = parsed.GetRequiredValue(output),
                    Split = split.Of(parsed),
                    Design = parsed.GetValue(design),
                    Layout = sizes with
                    {
                        Dimensions = parsed.GetValue(dimensions),
                        CompressionWidth = parsed.GetValue(compression),
                        Bits = parsed.GetValue(bits),
                        ReconstructionWidth = parsed.GetValue(reconstruction),
                        SegmentorWidth = parsed.GetValue(segmentor),
                        CriticWidth = parsed.GetValue(critic),
                    },
                    Start = parsed.GetValue(start),
                    Training = standard with
                    {
                        Epochs = parsed.GetValue(epochs),
                        StepsPerEpoch = parsed.GetValue(steps),
                        Batch = parsed.GetValue(batch),
                        Patch = parsed.GetValue(patch),
                        LearningRate = parsed.GetValue(rate),
                        HalveEvery = parsed.GetValue(halve),
                        DistanceWeight = parsed.GetValue(distance),
                        RateWeight = parsed.GetValue(cost),
                        RateWarmUp = parsed.GetValue(warmUp),
                        GuideEpochs = parsed.GetValue(guideEpochs),
                        Guide = parsed.GetValue(guide),
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
