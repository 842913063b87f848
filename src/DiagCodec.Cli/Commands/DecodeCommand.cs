using System.CommandLine;
using DiagCodec.Cli.Commands.Codecs;
using DiagCodec.Cli.Output;
using DiagCodec.Coding.Decode;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Cli.Commands;

/// <summary>diagcodec decode: parses; <see cref="DecodeRun"/> does the work.</summary>
internal static class DecodeCommand
{
    public static Command Create(CliConsole console)
    {
        var input = new Argument<string>("ARCHIVE") { Description = "A .dgc archive, or the stream of an orchestrated model." };
        var output = CommonOptions.OutputPath("The folder (DICOM, PNG) or file (NIfTI, Y4M, HEVC) to write. Of orchestrated streams a folder of labels-0001.png and feature-image-0001.png.");
        var format = new Option<OutputFormat?>("--format") { Description = "Default: what the archive was made from.", HelpName = "dicom|nifti|png|y4m|hevc" };
        format.AcceptOnlyFromAmong("dicom", "nifti", "png", "y4m", "hevc");
        var uid = new Option<string>("--uid") { Description = "new: new Series and SOP Instance UIDs; keep: those of the source.", HelpName = "new|keep", DefaultValueFactory = _ => "new" };
        uid.AcceptOnlyFromAmong("new", "keep");
        var syntax = new Option<string>("--transfer-syntax")
        {
            Description = "DICOM: explicit (uncompressed little endian), jpeg-ls or j2k (both lossless).",
            HelpName = "explicit|jpeg-ls|j2k",
            DefaultValueFactory = _ => "explicit",
        };
        syntax.AcceptOnlyFromAmong("explicit", "jpeg-ls", "j2k");
        var json = CommonOptions.Json();
        var overwrite = CommonOptions.Overwrite();
        var command = new DocumentedCommand(
            "decode",
            "Turns an archive back into the kind of files it came from.",
            "Decoded DICOM series say that they are lossy, get new Series and SOP Instance UIDs (the same ones every time), and name the\ninstances they came from. A feature image is no picture of the patient: nothing may be read off it.",
            "diagcodec decode chest.dgc -o chest/",
            "diagcodec decode chest.dgc -o chest/ --transfer-syntax jpeg-ls",
            "diagcodec decode chest.dgc -o chest.nii.gz --format nifti",
            "diagcodec decode chest.dgc -o chest.hevc --format hevc",
            "diagcodec decode angiogram.dgc -o angiogram/ --model ./my-codec",
            "diagcodec decode angiogram.dglc -o angiogram-labels/ --model ./orchestrated-xca") { input, output, format, uid, syntax, json, overwrite };
        var model = new ArchiveModel();
        model.AddTo(command);
        command.SetAction((parsed, cancellation) => OrchestratedRun.IsStream(parsed.GetRequiredValue(input)) ? Stream(parsed, cancellation) : Archive(parsed, cancellation));
        return command;

        Task<int> Archive(ParseResult parsed, CancellationToken cancellation) => DecodeRun.RunAsync(
            parsed.GetRequiredValue(input),
            new DecodeSettings
            {
                Output = parsed.GetRequiredValue(output),
                Format = parsed.GetValue(format),
                KeepUids = parsed.GetValue(uid) == "keep",
                TransferSyntax = DicomSyntaxWord.Parse(parsed.GetRequiredValue(syntax)),
                Overwrite = parsed.GetValue(overwrite),
                Tool = ToolVersion.NameAndNumber,
            },
            model.Decoder(parsed),
            parsed.GetValue(json),
            console,
            cancellation);

        Task<int> Stream(ParseResult parsed, CancellationToken cancellation)
        {
            string[] given = [.. ((Option[])[format, uid, syntax]).Where(o => parsed.GetResult(o) is { Implicit: false }).Select(o => o.Name)];
            if (given.Length > 0)
            {
                throw new UsageException($"{string.Join(", ", given)}: the stream of an orchestrated model holds no image; what comes out are label maps and feature images as PNG");
            }

            return Task.Run(
                () => OrchestratedRun.Decode(
                    parsed.GetRequiredValue(input),
                    model.NameIn(parsed),
                    model.DeviceIn(parsed),
                    parsed.GetRequiredValue(output),
                    parsed.GetValue(json),
                    parsed.GetValue(overwrite),
                    console,
                    cancellation),
                cancellation);
        }
    }
}
