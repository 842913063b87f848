using System.CommandLine;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Cli.Output;

namespace DiagCodec.Cli.Commands.Policies;

/// <summary>diagcodec finetune: parses; <see cref="PolicyTrainingRunner"/> does the work.</summary>
internal static class FinetuneCommand
{
    private const string Pretrained = "policy-pretrained";
    private const int MostShots = 10_000;

    public static Command Create(CliConsole console)
    {
        var data = new PolicyDataOptions();
        var policy = new Option<string>("--policy") { Description = "The policy to begin with.", HelpName = "NAME|DIR", DefaultValueFactory = _ => Pretrained };
        var shots = CommonOptions.Number("--shots", "Annotated cases to learn from, where --cases does not name them; 1, 3, 5 in the paper.", 1, 1, MostShots);
        var strategy = new Option<string>("--strategy")
        {
            Description = "What is tuned: rows (a) to (h) of the paper's Table III.",
            HelpName = string.Join('|', TuningStrategies.Words),
            DefaultValueFactory = _ => TuningStrategy.A2c.Word(),
        };
        strategy.AcceptOnlyFromAmong([.. TuningStrategies.Words]);
        var command = new DocumentedCommand(
            "finetune",
            "Tunes a policy to a diagnosis from a few annotated volumes (DMIC).",
            "Codes the volumes at some twenty plans, has the task's network look at each, and lets the two agents learn from that table which\n"
            + "QPs cost the diagnosis least for the bits. Only what the strategy names changes.",
            "diagcodec finetune phantoms --model coronary-cta --labels 1=1,2=1,*=0 --all --shots 1 --strategy a2c -o policy-mine",
            "diagcodec finetune sts-nifti --pairs '*/CT_image.nii.gz=*/CT_mask.nii.gz' --model sts-tumour-ct --shots 3 --validation 2 -o policy-tumour")
        {
            policy, shots, strategy,
        };
        data.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var choice = data.Of(parsed);
            return PolicyTrainingRunner.RunAsync(
                choice with
                {
                    Parent = parsed.GetRequiredValue(policy),
                    Options = choice.Options with
                    {
                        Shots = parsed.GetValue(shots),
                        Strategy = TuningStrategies.Named(parsed.GetRequiredValue(strategy)),
                    },
                },
                console,
                cancellation);
        });
        return command;
    }
}
