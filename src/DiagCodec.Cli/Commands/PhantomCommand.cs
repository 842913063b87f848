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
        var patients = CommonOptions.Number("--patients", "How many.", 1, 1, 9999);
        var seed = CommonOptions.Number("--seed", "Seed of the first patient; the others count up from it.", defaults.Seed, 0, int.MaxValue - 9999);
        var slices = CommonOptions.Number("--slices", "Slices of each series.", defaults.Slices, 1, 1000);
        var size = CommonOptions.Number("--size", "Columns and rows.", defaults.Size, 32, 2048);
        var spacing = new Option<double>("--slice-spacing") { Description = "mm from slice to slice, 0.1 to 10.", HelpName = "MM", DefaultValueFactory = _ => defaults.SliceSpacing };
        var fieldOfView = new Option<double?>("--field-of-view") { Description = "Width of the picture in mm, 100 to 500; default: by the seed, 165 to 225.", HelpName = "MM" };
        var noise = new Option<double?>("--noise") { Description = "Dose: standard deviation of the noise, HU, 0 to 100; default: by the seed, 14 to 26.", HelpName = "HU" };
        var patientSize = new Option<double?>("--patient-size") { Description = "0.7 (slight) to 1.4 (large); default: by the seed, 0.9 to 1.1.", HelpName = "X" };
        var timing = Word("--timing", "When the scan met the contrast agent; default: by the seed.", "early", "coronary", "late");
        var disease = Word("--disease", "How ill the coronary arteries are; default: by the seed.", "none", "moderate", "severe");
        var syntax = new Option<string>("--transfer-syntax") { Description = "All are lossless.", HelpName = "explicit|jpeg-ls|j2k", DefaultValueFactory = _ => "explicit" };
        syntax.AcceptOnlyFromAmong("explicit", "jpeg-ls", "j2k");
        var json = CommonOptions.Json();
        var overwrite = CommonOptions.Overwrite();
        var command = new DocumentedCommand(
            "phantom",
            "Makes synthetic coronary CT angiography patients with truth.",
            "A DICOM series and a NIfTI label map each: 1 coronary lumen, 2 calcified plaque, 3 aorta, 4 myocardium,\n5 heart chambers. The same seed and options give the same files.",
            "diagcodec phantom -o phantoms --patients 4 --seed 1",
            "diagcodec phantom -o small --patients 1 --slices 16 --size 256 --transfer-syntax jpeg-ls") { output, patients, seed, slices, size, spacing, fieldOfView, noise, patientSize, timing, disease, syntax, json, overwrite };
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
                    PatientSize = parsed.GetValue(patientSize),
                    Timing = Enum.Parse<ContrastTiming>(parsed.GetValue(timing) ?? nameof(ContrastTiming.BySeed), ignoreCase: true),
                    Disease = Enum.Parse<CoronaryDisease>(parsed.GetValue(disease) ?? nameof(CoronaryDisease.BySeed), ignoreCase: true),
                },
                DicomSyntaxWord.Parse(parsed.GetRequiredValue(syntax)),
                parsed.GetValue(overwrite),
                parsed.GetValue(json),
                console,
                cancellation),
            cancellation));
        return command;
    }

    private static Option<string?> Word(string name, string description, params string[] words)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', words) };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
