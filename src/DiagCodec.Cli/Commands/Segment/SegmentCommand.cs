using System.CommandLine;
using DiagCodec.Cli.Commands.Tasks;
using DiagCodec.Cli.Output;

namespace DiagCodec.Cli.Commands.Segment;

/// <summary>diagcodec segment: parses; <see cref="SegmentRun"/> does the work.</summary>
internal static class SegmentCommand
{
    private const int MostThreads = 1024;

    public static Command Create(CliConsole console)
    {
        var input = new Argument<string>("INPUT") { Description = "DICOM folder, zip or file; .nii or .nii.gz; folder of PNG or JPEG, or one of them; .y4m." };
        var task = new TaskOptions("The task: a name, or the folder of a model (docs/tasks.md).", required: true);
        var output = CommonOptions.OutputPath("Where the labels go: .nii.gz, .dcm (DICOM Segmentation, for DICOM inputs), .png (for a single slice).");
        var series = CommonOptions.Series();
        var threads = new Option<int?>("--threads")
        {
            Description = "Threads of the network. Default: all cores.",
            HelpName = "N",
            CustomParser = result => OptionParsers.Number("--threads", 1, MostThreads)(result),
        };
        var json = CommonOptions.Json();
        var overwrite = CommonOptions.Overwrite();
        var command = new DocumentedCommand(
            "segment",
            "Marks what a trained network finds in a series.",
            "Labels lie on the series' own voxels; 0 is background, and the task numbers its classes from 1. A .png holds these numbers,\n"
            + "but 255 for the class of a task that has only one. 'diagcodec doctor' lists the models that are here.",
            "diagcodec segment ct-series/ --task coronary-cta -o arteries.nii.gz",
            "diagcodec segment ct-series/ --task coronary-cta --hardened -o arteries.dcm --json",
            "diagcodec segment angiogram.png --task ./my-model -o arteries.png") { input };
        task.AddTo(command);
        foreach (var option in (Option[])[output, series, threads, json, overwrite])
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellation) => Task.Run(
            () => SegmentRun.Run(
                new SegmentOptions
                {
                    Input = parsed.GetRequiredValue(input),
                    Task = task.Of(parsed, parsed.GetValue(threads))!,
                    Output = parsed.GetRequiredValue(output),
                    Series = parsed.GetValue(series),
                    Json = parsed.GetValue(json),
                    Overwrite = parsed.GetValue(overwrite),
                },
                console,
                cancellation),
            cancellation));
        return command;
    }
}
