using System.CommandLine;
using DiagCodec.Cli.Output;

namespace DiagCodec.Cli.Commands.Codecs;

/// <summary>
/// diagcodec orchestrated: codes for a remote segmentor. Commands of their own, because what they decode is no image and must not end where images
/// are expected.
/// </summary>
internal static class OrchestratedCommand
{
    public static Command Create(CliConsole console) =>
        new("orchestrated", "Codes series for a remote segmentation (Liu et al., MICCAI 2020).") { Encode(console), Decode(console) };

    private static DocumentedCommand Encode(CliConsole console)
    {
        var input = new Argument<string>("INPUT") { Description = "DICOM folder, zip or file; .nii or .nii.gz; folder of PNG or JPEG, or one of them; .y4m." };
        var (model, device, json, overwrite, series) = (Model(), CommonOptions.Device(), CommonOptions.Json(), CommonOptions.Overwrite(), CommonOptions.Series());
        var output = CommonOptions.OutputPath("The stream to write, for example angiogram.dglc.");
        var command = new DocumentedCommand(
            "encode",
            "Writes the code from which a model's segmentor marks its classes.",
            "The image cannot be had back from it.",
            "diagcodec orchestrated encode angiogram.png --model orchestrated-xca -o angiogram.dglc") { input, model, output, series, device, json, overwrite };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => OrchestratedRun.Encode(
                parsed.GetRequiredValue(input),
                parsed.GetValue(series),
                new OrchestratedChoice(
                    parsed.GetRequiredValue(model), parsed.GetRequiredValue(output), parsed.GetRequiredValue(device), parsed.GetValue(json), parsed.GetValue(overwrite)),
                console,
                cancellation),
            cancellation));
        return command;
    }

    private static DocumentedCommand Decode(CliConsole console)
    {
        var input = new Argument<string>("STREAM") { Description = "Of 'diagcodec orchestrated encode'." };
        var (model, device, json, overwrite) = (Model(), CommonOptions.Device(), CommonOptions.Json(), CommonOptions.Overwrite());
        var output = CommonOptions.OutputPath("The folder to write: labels-0001.png ... and feature-image-0001.png ...");
        var command = new DocumentedCommand(
            "decode",
            "Writes label maps, and the feature images that the segmentor saw.",
            "A feature image is no picture of the patient: nothing may be read off it. Labels are numbered from 1, on the model's pixel grid.",
            "diagcodec orchestrated decode angiogram.dglc --model orchestrated-xca -o angiogram-labels") { input, model, output, device, json, overwrite };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => OrchestratedRun.Decode(
                parsed.GetRequiredValue(input),
                new OrchestratedChoice(
                    parsed.GetRequiredValue(model), parsed.GetRequiredValue(output), parsed.GetRequiredValue(device), parsed.GetValue(json), parsed.GetValue(overwrite)),
                console,
                cancellation),
            cancellation));
        return command;
    }

    private static Option<string> Model() => new("--model") { Description = "The model's folder, of 'diagcodec train orchestrated'.", Required = true, HelpName = "DIR" };
}
