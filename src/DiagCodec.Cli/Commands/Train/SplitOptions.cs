using System.CommandLine;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>The options that say which cases train, validate and test, for every training.</summary>
internal sealed class SplitOptions
{
    public Option<string?> File { get; } = new("--split") { Description = "JSON file that says which cases train, validate, test; written by an earlier training. Default: drawn by the seed.", HelpName = "FILE" };

    public Option<double> Validation { get; } = CommonOptions.Share("--validation", "Share of the cases for validation, where no --split is given.", 0.1);

    public Option<double> Test { get; } = CommonOptions.Share("--test", "Share of the cases for the final figures, where no --split is given.", 0.2);

    public SplitChoice Of(ParseResult parsed) => new(parsed.GetValue(File), new SplitShares(parsed.GetValue(Validation), parsed.GetValue(Test)));
}
