using System.CommandLine;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>The options that say where images and label maps are, for every training that wants them.</summary>
internal sealed class LabelledDataOptions
{
    public Argument<string> Data { get; } = new("DATA") { Description = "Folder of images and label maps." };

    public Option<string?> Pairs { get; } = new("--pairs") { Description = "Where images and label maps are, for example '*/CT_image.nii.gz=*/CT_mask.nii.gz'; default: known layouts.", HelpName = "IMAGE=LABELS" };

    public Option<string?> Labels { get; } = new("--labels") { Description = "Numbers in the label maps to the task's classes, for example 1=1,2=1,*=0; default: the same numbers.", HelpName = "MAP" };

    public LabelledData Of(ParseResult parsed) => new(parsed.GetRequiredValue(Data), parsed.GetValue(Pairs), parsed.GetValue(Labels));
}
