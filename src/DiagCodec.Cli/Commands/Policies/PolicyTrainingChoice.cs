using DiagCodec.Evaluation.Policies;

namespace DiagCodec.Cli.Commands.Policies;

/// <summary>What the user asked of <c>pretrain</c> or <c>finetune</c>.</summary>
/// <param name="Options">What is learnt, and how.</param>
/// <param name="Parent">Name or folder of the policy to tune; null: a new one.</param>
/// <param name="Output">Folder of the policy.</param>
/// <param name="Device">cpu or cuda.</param>
/// <param name="Report">HTML report to write; null: none.</param>
/// <param name="Json">Whether the summary is printed as JSON.</param>
/// <param name="Overwrite">Whether a policy that is there is replaced.</param>
internal sealed record PolicyTrainingChoice(
    PolicyTrainingOptions Options, string? Parent, string Output, string Device, string? Report, bool Json, bool Overwrite);
