using System.CommandLine;
using DiagCodec.Cli.Output;
using DiagCodec.Evaluation.Bench.Run;
using DiagCodec.Networks.Models;

namespace DiagCodec.Cli.Commands.Bench;

/// <summary>diagcodec bench: parses; <see cref="BenchRunner"/> does the work.</summary>
internal static class BenchCommand
{
    public static Command Create(CliConsole console)
    {
        var experiment = new Argument<string>("EXPERIMENT") { Description = "Experiment file: cases, network, methods with their grids." };
        var output = CommonOptions.OutputPath("Folder for bench.json, streams and logs. A stopped bench goes on where it was.");
        var data = new Option<string?>("--data") { Description = "Folder of images and label maps in place of the experiment's.", HelpName = "DIR" };
        var model = new Option<string?>("--model") { Description = "A task's name, a model folder, or a folder of folds, in place of the experiment's.", HelpName = "NAME|DIR" };
        var weights = new Option<string?>("--weights") { Description = "Weights in place of the experiment's.", HelpName = "plain|hardened" };
        weights.AcceptOnlyFromAmong("plain", "hardened");
        var policies = new Option<string?>("--policies")
        {
            Description = "Folder of policy folders, looked into first for the policies that methods name.",
            HelpName = "DIR",
        };
        var part = new Option<string?>("--part") { Description = "Only this share of the cases, so that several machines can share the work.", HelpName = "1/4" };
        var parallel = new Option<int>("--parallel")
        {
            Description = "Points at a time; default: one a core.",
            HelpName = "N",
            DefaultValueFactory = _ => new BenchOptions().Workers,
            CustomParser = OptionParsers.Number("--parallel", 1, 256),
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say how many points are missing and what they would take; measure nothing." };
        var retry = new Option<bool>("--retry") { Description = "Try points again that failed in an earlier run." };
        var json = CommonOptions.Json();
        var command = new DocumentedCommand(
            "bench",
            "Measures codecs against each other: bits, fidelity, and what becomes of a diagnosis.",
            "Every case is coded by every method at every parameter of its grid, decoded, and segmented by the experiment's network. Points\n"
            + "that are there are not measured again. The exit code is 3 where points failed; their logs are in the folder failed.",
            "diagcodec bench data/experiments/quick.json -o quick",
            "diagcodec bench study.json -o study --data angiograms --model folds --part 2/4",
            "diagcodec bench study.json -o study --dry-run")
        {
            experiment, output, data, model, weights, policies, part, parallel, dryRun, retry, json,
        };
        command.SetAction((parsed, cancellation) => BenchRunner.RunAsync(
            new BenchChoice(
                parsed.GetRequiredValue(experiment),
                parsed.GetRequiredValue(output),
                new BenchOverrides
                {
                    Data = parsed.GetValue(data),
                    Model = parsed.GetValue(model),
                    Weights = parsed.GetValue(weights) is { } word ? Enum.Parse<WeightsVariant>(word, ignoreCase: true) : null,
                    Policies = parsed.GetValue(policies),
                },
                new BenchOptions
                {
                    Workers = parsed.GetValue(parallel),
                    Part = parsed.GetValue(part) is { } share ? BenchPart.Parse(share) : null,
                    Retry = parsed.GetValue(retry),
                },
                parsed.GetValue(dryRun),
                parsed.GetValue(json)),
            console,
            cancellation));
        return command;
    }
}
