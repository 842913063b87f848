using System.CommandLine;
using DiagCodec.Cli.Output;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Cli.Commands;

/// <summary>diagcodec phantom: parses; <see cref="PhantomRun"/> does the work.</summary>
internal static class PhantomCommand
{
    public static Command Create(CliConsole console)
    {
        var defaults = new PhantomOptions();
        var output = CommonOptions.OutputPath("Folder for the patients: patient-0001/dicom, patient-0001/labels.nii.gz, patient-0002 ...");
        var patients = Number("--patients", "How many.", 1, 1, 9999);
        var seed = Number("--seed", "Seed of the first patient; the others count up from it.", defaults.Seed, 0, int.MaxValue - 9999);
        var slices = Number("--slices", "Slices of each series.", defaults.Slices, 1, 1000);
        var size = Number("--size", "Columns and rows.", defaults.Size, 32, 2048);
        var spacing = new Option<double>("--slice-spacing") { Description = "mm from slice to slice, 0.1 to 10.", HelpName = "MM", DefaultValueFactory = _ => defaults.SliceSpacing };
        var fieldOfView = new Option<double>("--field-of-view") { Description = "Width of the picture in mm, 100 to 500.", HelpName = "MM", DefaultValueFactory = _ => defaults.FieldOfView };
        var noise = new Option<double>("--noise") { Description = "Standard deviation of the noise, HU, 0 to 100.", HelpName = "HU", DefaultValueFactory = _ => defaults.Noise };
        var syntax = new Option<string>("--transfer-syntax") { Description = "All are lossless.", HelpName = "explicit|jpeg-ls|j2k", DefaultValueFactory = _ => "explicit" };
        syntax.AcceptOnlyFromAmong("explicit", "jpeg-ls", "j2k");
        var json = CommonOptions.Json();
        var overwrite = CommonOptions.Overwrite();
        var command = new DocumentedCommand(
            "phantom",
            "Makes synthetic CT angiography patients with truth.",
            "A DICOM series and a NIfTI label map each: 1 coronary lumen, 2 aorta, 3 myocardium, 4 heart chambers. The same seed and options\ngive the same files.",
            "diagcodec phantom -o phantoms --patients 4 --seed 1",
            "diagcodec phantom -o small --patients 1 --slices 16 --size 256 --transfer-syntax jpeg-ls") { output, patients, seed, slices, size, spacing, fieldOfView, noise, syntax, json, overwrite };
        command.SetAction((parsed, cancellation) => Task.Run(
            () => PhantomRun.Run(
                parsed.GetRequiredValue(output),
                parsed.GetValue(patients),
                new PhantomOptions
                {
                    Seed = parsed.GetValue(seed),
                    Slices = parsed.GetValue(slices),
                    Size = parsed.GetValue(size),
                    SliceSpacing = parsed.GetValue(spacing),
                    FieldOfView = parsed.GetValue(fieldOfView),
                    Noise = parsed.GetValue(noise),
                },
                DicomSyntaxWord.Parse(parsed.GetRequiredValue(syntax)),
                parsed.GetValue(overwrite),
                parsed.GetValue(json),
                console,
                cancellation),
            cancellation));
        return command;
    }

    private static Option<int> Number(string name, string description, int standard, int low, int high) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => standard,
        CustomParser = OptionParsers.Number(name, low, high),
    };
}
