using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Cli.Output;

namespace DiagCodec.Cli.Commands.Policies;

/// <summary>diagcodec pretrain: parses; <see cref="PolicyTrainingRunner"/> does the work.</summary>
internal static class PretrainCommand
{
    private const int UsualBatch = 4;

    public static Command Create(CliConsole console)
    {
        var data = new PolicyDataOptions();
        var actions = new Option<string>("--actions")
        {
            Description = "QPs of a group of frames: step = one for all P frames; pyramid = HM's low-delay P, key frames finer.",
            HelpName = "step|pyramid",
            DefaultValueFactory = _ => "step",
        };
        actions.AcceptOnlyFromAmong("step", "pyramid");
        var tradeoffs = new Option<double[]>("--tradeoffs")
        {
            Description = "Weights of the diagnosis, rising, 0 to 100. [default: 0 1 2 4 8 16 32 64 100]",
            HelpName = "L,L...",
            AllowMultipleArgumentsPerToken = true,
            CustomParser = result =>
            {
                var numbers = new List<double>();
                foreach (var word in result.Tokens.SelectMany(t => t.Value.Split(',')))
                {
                    if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                    {
                        result.AddError($"--tradeoffs {word}: expected rising numbers of 0 to 100, for example 0,4,16,64");
                        return [];
                    }

                    numbers.Add(number);
                }

                return [.. numbers];
            },
        };
        var batch = CommonOptions.Number("--batch", "Videos a step; 0: all.", UsualBatch, 0, 10_000);
        var command = new DocumentedCommand(
            "pretrain",
            "Trains a new policy on videos with masks (HRLVSC).",
            "DATA may have DAVIS's layout (JPEGImages/480p, Annotations/480p), as 'diagcodec videos' writes it, or any that 'train segmentation' takes.",
            "diagcodec videos -o videos --videos 12 --seed 101",
            "diagcodec pretrain videos --model moving-object --all --validation 3 -o policy-new")
        {
            actions, tradeoffs, batch,
        };
        data.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var choice = data.Of(parsed);
            var options = choice.Options;
            return PolicyTrainingRunner.RunAsync(
                choice with
                {
                    Options = options with
                    {
                        Shots = 0,
                        Strategy = TuningStrategy.Full,
                        Actions = parsed.GetValue(actions) == "pyramid" ? ActionSets.Pyramid : ActionSets.Step,
                        Tradeoffs = parsed.GetValue(tradeoffs) is { Length: > 0 } given ? [.. given] : options.Tradeoffs,
                        Learning = options.Learning with { Batch = parsed.GetValue(batch) },
                    },
                },
                console,
                cancellation);
        });
        return command;
    }
}
