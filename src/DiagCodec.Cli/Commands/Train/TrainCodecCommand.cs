using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DiagCodec.Cli.Output;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Train;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>diagcodec train codec: parses; <see cref="TrainCodecRun"/> does the work.</summary>
internal static class TrainCodecCommand
{
    public static Command Create(CliConsole console)
    {
        var standard = new CodecTrainingOptions();
        var data = new Argument<string>("DATA") { Description = "Folder of series or pictures; label maps beside them are left out." };
        var output = CommonOptions.OutputPath("Model folder; a lambda that it does not have yet becomes one more quality. A stopped training goes on where it was.");
        var codec = new Option<string>("--codec") { Description = "The network.", Required = true, HelpName = string.Join('|', CodecShape.Names) };
        codec.AcceptOnlyFromAmong([.. CodecShape.Names]);
        var lambda = new Option<double>("--lambda")
        {
            Description = "Weight of the error against bits: lambda * 255^2 * mean squared error + bits a pixel. CompressAI: .0018 .0035 .0067 .013 .025 .0483 .0932 .18.",
            HelpName = "L",
            DefaultValueFactory = _ => standard.Lambda,
        };
        var width = CommonOptions.Number("--width", "N, channels of most layers.", 128, 8, 1024);
        var latent = new Option<int?>("--latent") { Description = "M, channels of the latents. Default: 1.5 N for mbt2018-mean, N for cheng2020-anchor.", HelpName = "M" };
        var patch = CommonOptions.Number("--patch", "Sides of a patch, a multiple of 64.", standard.Patch, 64, 1024);
        var steps = CommonOptions.Number("--steps", "Steps of the optimiser.", standard.Steps, 1, 100_000_000);
        var batch = CommonOptions.Number("--batch", "Patches in a step.", standard.Batch, 1, 1024);
        var rate = new Option<double>("--lr") { Description = "Learning rate; a third of it for the last fifth of the steps, a tenth for the last tenth.", HelpName = "X", DefaultValueFactory = _ => standard.LearningRate };
        var checkpoint = CommonOptions.Number("--checkpoint", "Steps from one validation and checkpoint to the next.", standard.CheckpointSteps, 1, 1_000_000);
        var seed = CommonOptions.Number("--seed", "Of split, weights, patches and noise.", standard.Seed, 0, int.MaxValue);
        var split = new SplitOptions();
        var depth = new Option<int?>("--bit-depth") { Description = "Bits a sample. Default: as encode takes them.", HelpName = "8|10|12" };
        depth.AcceptOnlyFromAmong("8", "10", "12");
        var windows = new Option<ImmutableArray<(double, double)>>("--window")
        {
            Description = "HU: train on these windows; several may be given. Default: the full stored range, as encode takes it.",
            HelpName = "CENTRE/WIDTH",
            AllowMultipleArgumentsPerToken = true,
            Arity = ArgumentArity.OneOrMore,
            DefaultValueFactory = _ => [],
            CustomParser = Windows,
        };
        var slices = CommonOptions.Number("--slices", "Most slices of a case, evenly spaced.", 64, 1, 100_000);
        var start = new CodecStart();
        var threads = new Option<int?>("--threads") { Description = "Threads; default: cores.", HelpName = "N" };
        var device = CommonOptions.Device();
        var json = CommonOptions.Json();
        var command = new DocumentedCommand(
            "codec",
            "Trains a learned codec at one trade-off of bits and error.",
            "",
            "diagcodec train codec angiograms --codec mbt2018-mean --lambda 0.0067 --width 64 -o xca-codec",
            "diagcodec train codec ct-series --codec cheng2020-anchor --lambda 0.025 --window 40/400 300/800 --device cuda -o ct-codec",
            "diagcodec train codec angiograms --codec mbt2018-mean --lambda 0.025 --width 64 --start ./xca-codec -o xca-codec")
        {
            data, output, codec, lambda, width, latent, patch, steps, batch, rate, checkpoint, seed, split.File, split.Validation, split.Test, depth, windows, slices, start.Start, start.Quality,
            threads, device, json,
        };
        command.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                var (word, n) = (parsed.GetRequiredValue(codec), parsed.GetValue(width));
                return TrainCodecRun.Run(
                    new TrainCodecOptions
                    {
                        Data = parsed.GetRequiredValue(data),
                        Output = parsed.GetRequiredValue(output),
                        Shape = new CodecShape(word, 1, n, parsed.GetValue(latent) ?? (word == CodecShape.Cheng ? n : n * 3 / 2)),
                        Training = standard with
                        {
                            Lambda = parsed.GetValue(lambda),
                            Patch = parsed.GetValue(patch),
                            Steps = parsed.GetValue(steps),
                            Batch = parsed.GetValue(batch),
                            LearningRate = parsed.GetValue(rate),
                            CheckpointSteps = parsed.GetValue(checkpoint),
                            Seed = parsed.GetValue(seed),
                        },
                        Split = split.Of(parsed),
                        BitDepth = parsed.GetValue(depth),
                        Windows = parsed.GetValue(windows),
                        Slices = parsed.GetValue(slices),
                        Start = parsed.GetValue(start.Start),
                        StartQuality = parsed.GetValue(start.Quality),
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

    private static ImmutableArray<(double Center, double Width)> Windows(ArgumentResult result)
    {
        var windows = ImmutableArray.CreateBuilder<(double, double)>();
        foreach (var token in result.Tokens)
        {
            var parts = token.Value.Split('/');
            if (parts.Length != 2
                || !double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var center)
                || !double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var width)
                || !double.IsFinite(center) || !(width > 0 && double.IsFinite(width)))
            {
                result.AddError($"--window {token.Value}: expected CENTRE/WIDTH in HU, for example 40/400");
                return [];
            }

            windows.Add((center, width));
        }

        return windows.ToImmutable();
    }
}
