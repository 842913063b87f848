using System.Collections.Immutable;
using System.CommandLine;
using DiagCodec.Cli.Output;
using DiagCodec.Coding.Plans;
using DiagCodec.Evaluation.Tolerance.Measure;

namespace DiagCodec.Cli.Commands.Tolerance;

/// <summary>diagcodec tolerance: parses; <see cref="ToleranceRunner"/> does the work.</summary>
internal static class ToleranceCommand
{
    public static Command Create(CliConsole console)
    {
        var standard = new ToleranceOptions();
        var data = new Argument<string>("DATA") { Description = "Folder of images and label maps, as for 'train segmentation'." };
        var model = new Option<string>("--model")
        {
            Description = "A task's name, a model folder, or a folder of folds of a cross-validation. Only cases that the networks have not seen are used.",
            Required = true,
            HelpName = "NAME|DIR",
        };
        var output = CommonOptions.OutputPath("Folder for tolerance.csv, tolerance.md and tolerance.json. A stopped measurement goes on where it was.");
        var pairs = new Option<string?>("--pairs") { Description = "Where images and label maps are, as for 'train segmentation'.", HelpName = "IMAGE=LABELS" };
        var labels = new Option<string?>("--labels") { Description = "Numbers in the label maps to the task's classes, as for 'train segmentation'.", HelpName = "MAP" };
        var all = new Option<bool>("--all") { Description = "Use every case, because none of DATA took part in the training." };
        var qps = new Option<int[]>("--qp")
        {
            Description = $"Base QPs. [default: {string.Join(' ', standard.Qps)}]",
            HelpName = "QP",
            AllowMultipleArgumentsPerToken = true,
            CustomParser = OptionParsers.Numbers("--qp", 0, 51),
        };
        var preset = new Option<string>("--preset") { Description = "Encoder preset.", HelpName = "fast|balanced|best", DefaultValueFactory = _ => "balanced" };
        preset.AcceptOnlyFromAmong("fast", "balanced", "best");
        var parallel = new Option<int>("--parallel")
        {
            Description = "Cases at a time; default: one a core.",
            HelpName = "N",
            DefaultValueFactory = _ => standard.Workers,
            CustomParser = OptionParsers.Number("--parallel", 1, 256),
        };
        var json = CommonOptions.Json();
        var command = new DocumentedCommand(
            "tolerance",
            "Measures how much coding a task's networks bear: Dice against QP.",
            "Every case is coded with uniform QPs, decoded and segmented, by the plain and the hardened network where both are there. Dice is\n"
            + "said against the ground truth and against the network's own prediction on the uncoded slices.",
            "diagcodec tolerance angiograms --model folds -o tolerance-xca",
            "diagcodec tolerance phantoms --model coronary-cta --labels 1=1,2=1,*=0 --all --qp 22,32,42 -o tolerance-cta")
        {
            data, model, output, pairs, labels, all, qps, preset, parallel, json,
        };
        command.SetAction((parsed, cancellation) => ToleranceRunner.RunAsync(
            new ToleranceChoice(
                parsed.GetRequiredValue(data),
                parsed.GetRequiredValue(model),
                parsed.GetRequiredValue(output),
                parsed.GetValue(pairs),
                parsed.GetValue(labels),
                parsed.GetValue(all),
                standard with
                {
                    Qps = parsed.GetValue(qps) is { Length: > 0 } given ? [.. given.Distinct().Order()] : standard.Qps,
                    Preset = Enum.Parse<EncoderPreset>(parsed.GetRequiredValue(preset), ignoreCase: true),
                    Workers = parsed.GetValue(parallel),
                },
                parsed.GetValue(json)),
            console,
            cancellation));
        return command;
    }
}
