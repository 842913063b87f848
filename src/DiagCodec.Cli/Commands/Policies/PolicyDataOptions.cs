using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Environment;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.Training;
using DiagCodec.Cli.Commands.Train;
using DiagCodec.Coding.Plans;
using DiagCodec.Evaluation.Policies;
using DiagCodec.Networks.Models;

namespace DiagCodec.Cli.Commands.Policies;

/// <summary>The options that <c>pretrain</c> and <c>finetune</c> share: data, network, environment, learning.</summary>
internal sealed class PolicyDataOptions
{
    private static readonly A2cOptions Standard = new();

    private readonly Argument<string> _data = new("DATA") { Description = "Folder of images and label maps, as for 'train segmentation'." };
    private readonly Option<string> _output = CommonOptions.OutputPath("Folder of the policy. What was measured is kept in PATH.run, so that a stopped run goes on where it was.");
    private readonly Option<string?> _name = new("--name") { Description = "Of the policy; default: the last name of --output.", HelpName = "NAME" };
    private readonly Option<string> _model = new("--model") { Description = "Who judges: a task's name, a model folder, or a folder of folds. Only cases that the network has not seen are used.", Required = true, HelpName = "NAME|DIR" };
    private readonly Option<bool> _hardened = new("--hardened") { Description = "Judge with the hardened weights." };
    private readonly Option<bool> _all = new("--all") { Description = "Use every case, because none of DATA took part in the network's training, or in spite of it." };
    private readonly Option<string?> _pairs = new("--pairs") { Description = "Where images and label maps are, as for 'train segmentation'.", HelpName = "IMAGE=LABELS" };
    private readonly Option<string?> _labels = new("--labels") { Description = "Numbers in the label maps to the task's classes, as for 'train segmentation'.", HelpName = "MAP" };
    private readonly Option<int?> _slices = new("--slices") { Description = "Only the run of so many slices with most foreground, 33 in the paper; default: all.", HelpName = "N", CustomParser = r => OptionParsers.Number("--slices", 1, 100_000)(r) };
    private readonly Option<string[]> _cases = Names("--cases", "Cases to learn from, by name; default: the first by name.");
    private readonly Option<string[]> _validationCases = Names("--validation-cases", "Cases that choose which weights are kept; default: the next by name.");
    private readonly Option<int> _validation = CommonOptions.Number("--validation", "How many validation cases, where they are not named.", 0, 0, 10_000);
    private readonly Option<int?> _block = new("--block") { Description = "Pixels a side of the blocks that get QPs; default: as the policy has it, 64 for a new one.", HelpName = "64|32|16" };
    private readonly Option<int?> _margin = new("--margin") { Description = "So many blocks round one that holds mask count as foreground; default: as the policy has it, 0 for a new one.", HelpName = "N" };
    private readonly Option<string> _reward = new("--reward") { Description = "What a diagnosis is held against: own = the network's on uncompressed slices; truth = the label maps.", HelpName = "own|truth", DefaultValueFactory = _ => "own" };
    private readonly Option<double> _scale = Real("--reward-scale", "Weight of the semantic distortion at trade-off 1.", new RewardOptions().Scale);
    private readonly Option<int> _anchor = CommonOptions.Number("--anchor-qp", "Bits count relative to uniform coding at this QP of P frames.", new RewardOptions().AnchorQp, 0, 51);
    private readonly Option<string> _preset = new("--preset") { Description = "Encoder preset of the table.", HelpName = "fast|balanced|best", DefaultValueFactory = _ => "balanced" };
    private readonly Option<int> _iterations = CommonOptions.Number("--iterations", "Steps of each agent's learning.", Standard.Iterations, 1, 1_000_000);
    private readonly Option<double> _frameRate = Real("--frame-learning-rate", "Of the frame agent.", Standard.FrameLearningRate);
    private readonly Option<double> _ctuRate = Real("--ctu-learning-rate", "Of the CTU agent.", Standard.CtuLearningRate);
    private readonly Option<int> _seed = CommonOptions.Number("--seed", "Of new weights and of the actions that are tried. Equal seeds give equal bytes.", Standard.Seed, 0, int.MaxValue);
    private readonly Option<int> _checks = CommonOptions.Number("--checks", "Plans of the finished policy that are really coded, to hold the table against.", 3, 0, 64);
    private readonly Option<int> _parallel = CommonOptions.Number("--parallel", "Plans coded side by side; default: one a core.", Environment.ProcessorCount, 1, 256);
    private readonly Option<string> _device = new("--device") { Description = "Where the agents learn: cpu, or cuda where libtorch has it.", HelpName = "cpu|cuda", DefaultValueFactory = _ => "cpu" };
    private readonly Option<string?> _report = new("--report") { Description = "Also write an HTML report: learning curve, comparison with the best single action, table against real encodes.", HelpName = "FILE" };
    private readonly Option<bool> _json = CommonOptions.Json();
    private readonly Option<bool> _overwrite = CommonOptions.Overwrite();

    public PolicyDataOptions()
    {
        _block.AcceptOnlyFromAmong("64", "32", "16");
        _reward.AcceptOnlyFromAmong("own", "truth");
        _preset.AcceptOnlyFromAmong("fast", "balanced", "best");
        _device.AcceptOnlyFromAmong("cpu", "cuda");
    }

    public void AddTo(Command command)
    {
        command.Add(_data);
        foreach (var option in (Option[])
            [
                _output, _name, _model, _hardened, _all, _pairs, _labels, _slices, _cases, _validationCases, _validation, _block, _margin, _reward, _scale, _anchor,
                _preset, _iterations, _frameRate, _ctuRate, _seed, _checks, _parallel, _device, _report, _json, _overwrite,
            ])
        {
            command.Add(option);
        }
    }

    /// <summary>The choice without what the two commands differ in.</summary>
    public PolicyTrainingChoice Of(ParseResult parsed)
    {
        var output = parsed.GetRequiredValue(_output);
        return new PolicyTrainingChoice(
            new PolicyTrainingOptions
            {
                Name = parsed.GetValue(_name) ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(output)),
                Data = parsed.GetRequiredValue(_data),
                Model = parsed.GetRequiredValue(_model),
                Variant = parsed.GetValue(_hardened) ? WeightsVariant.Hardened : WeightsVariant.Plain,
                AllUnseen = parsed.GetValue(_all),
                Pairs = parsed.GetValue(_pairs),
                Labels = parsed.GetValue(_labels),
                Slices = parsed.GetValue(_slices),
                Cases = [.. parsed.GetValue(_cases) ?? []],
                ValidationCases = [.. parsed.GetValue(_validationCases) ?? []],
                Validation = parsed.GetValue(_validation),
                Block = parsed.GetValue(_block),
                Margin = parsed.GetValue(_margin),
                Reward = new RewardOptions
                {
                    Scale = parsed.GetValue(_scale),
                    AnchorQp = parsed.GetValue(_anchor),
                    Reference = Enum.Parse<AccuracyReference>(parsed.GetRequiredValue(_reward), ignoreCase: true),
                },
                Learning = Standard with
                {
                    Iterations = parsed.GetValue(_iterations),
                    FrameLearningRate = parsed.GetValue(_frameRate),
                    CtuLearningRate = parsed.GetValue(_ctuRate),
                    Seed = parsed.GetValue(_seed),
                },
                Preset = Enum.Parse<EncoderPreset>(parsed.GetRequiredValue(_preset), ignoreCase: true),
                Workers = parsed.GetValue(_parallel),
                Checks = parsed.GetValue(_checks),
                Command = CommandLineText.Of(parsed),
                Tool = ToolVersion.NameAndNumber,
            },
            Parent: null,
            output,
            parsed.GetRequiredValue(_device),
            parsed.GetValue(_report),
            parsed.GetValue(_json),
            parsed.GetValue(_overwrite));
    }

    public static Option<double> Real(string name, string description, double standard) => new(name)
    {
        Description = description,
        HelpName = "X",
        DefaultValueFactory = _ => standard,
        CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 && double.IsFinite(number))
            {
                return number;
            }

            result.AddError($"{name} {result.Tokens[0].Value}: expected a number above 0");
            return standard;
        },
    };

    private static Option<string[]> Names(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "NAME,NAME...",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result => [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries))],
    };
}
