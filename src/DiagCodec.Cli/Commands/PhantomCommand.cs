using System.CommandLine;
using DiagCodec.Cli.Output;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Phantom;

namespace DiagCodec.Cli.Commands;

/// <summary>diagcodec phantom: parses; <see cref="PhantomRun"/> does the work.</summary>
internal static class PhantomCommand
{
    private const string Text = """
        Makes synthetic CT angiography patients with truth: a DICOM series and a NIfTI label map each. Labels: 1 coronary lumen,
        2 aorta, 3 myocardium, 4 heart chambers. The same seed and options give the same files.

        Examples:
          diagcodec phantom -o phantoms --patients 4 --seed 1
          diagcodec phantom -o small --patients 1 --slices 16 --size 256 --transfer-syntax jpeg-ls
        """;

    public static Command Create(CliConsole console)
    {
        var defaults = new PhantomOptions();
        var output = CommonOptions.OutputPath("Folder for the patients: patient-0001/dicom, patient-0001/labels.nii.gz, patient-0002 ...");
        var patients = Number("--patients", "How many.", 1, 1, 9999);
        var seed = Number("--seed", "Seed of the first patient; the others count up from it.", defaults.Seed, 0, int.MaxValue - 9999);
        var slices = Number("--slices", "Slices of each series.", defaults.Slices, 1, 1000);
        var size = Number("--size", "Columns and rows.", defaults.Size, 32, 2048);
        var spacing = new Option<double>("--slice-spacing") { Description = "mm from slice to slice, 0.1 to 10.", DefaultValueFactory = _ => defaults.SliceSpacing };
        var fieldOfView = new Option<double>("--field-of-view") { Description = "Width of the picture in mm, 100 to 500.", DefaultValueFactory = _ => defaults.FieldOfView };
        var noise = new Option<double>("--noise") { Description = "Standard deviation of the noise, HU, 0 to 100.", DefaultValueFactory = _ => defaults.Noise };
        var syntax = new Option<string>("--transfer-syntax") { Description = "explicit, jpeg-ls or j2k (all lossless).", DefaultValueFactory = _ => "explicit" };
        syntax.AcceptOnlyFromAmong("explicit", "jpeg-ls", "j2k");
        var json = CommonOptions.Json();
        var overwrite = CommonOptions.Overwrite();
        var command = new Command("phantom", Text) { output, patients, seed, slices, size, spacing, fieldOfView, noise, syntax, json, overwrite };
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
        DefaultValueFactory = _ => standard,
        CustomParser = OptionParsers.Number(name, low, high),
    };
}
