using System.CommandLine;
using DiagCodec.Cli.Commands.Codecs;
using DiagCodec.Cli.Output;
using DiagCodec.Coding.Plans;
using DiagCodec.LearnedCodecs.Orchestrated.Files;

namespace DiagCodec.Cli.Commands;

/// <summary>diagcodec encode: parses; <see cref="EncodeRun"/> does the work.</summary>
internal static class EncodeCommand
{
    /// <summary>What the encoder process takes.</summary>
    private const int MostThreads = 64;

    public static Command Create(CliConsole console)
    {
        var input = new Argument<string>("INPUT")
        {
            Description = "DICOM folder, zip or file; .nii or .nii.gz; folder of PNG or JPEG; .y4m.",
        };
        var output = CommonOptions.OutputPath("The archive to write, for example chest.dgc.");
        var series = CommonOptions.Series();
        var qp = new Option<int>("--qp")
        {
            Description = "Base QP, 0 (finest) to 51.",
            HelpName = "QP",
            DefaultValueFactory = _ => 32,
            CustomParser = OptionParsers.Number("--qp", QpMap.LowestQp, QpMap.HighestQp),
        };
        var gop = new Option<string>("--gop")
        {
            Description = $"Frame QPs: {string.Join("; ", GopStructure.All.Select(g => $"{g.Name} = {g.Description}"))}.",
            HelpName = string.Join('|', GopStructure.All.Select(g => g.Name)),
            DefaultValueFactory = _ => GopStructure.Step.Name,
        };
        gop.AcceptOnlyFromAmong([.. GopStructure.All.Select(g => g.Name)]);
        var preset = new Option<string>("--preset")
        {
            Description = "Time against bits.",
            HelpName = "fast|balanced|best",
            DefaultValueFactory = _ => "balanced",
        };
        preset.AcceptOnlyFromAmong("fast", "balanced", "best");
        var encoder = new Option<string>("--encoder") { Description = "hm drives your own HM (docs/hm.md).", HelpName = "x265|hm", DefaultValueFactory = _ => "x265" };
        encoder.AcceptOnlyFromAmong("x265", "hm");
        var codec = new Option<string?>("--codec")
        {
            Description = "Instead of HEVC a learned codec (docs/learned-codecs.md): a model by name or folder, or mbt2018-mean, cheng2020-anchor, orchestrated where one model is of it. orchestrated writes a stream of which no image comes back (docs/task-codecs.md).",
            HelpName = "NAME|DIR",
        };
        var quality = new Option<int?>("--quality") { Description = "For --codec: which quality of the model, from 1 (fewest bits). Default: the middle one.", HelpName = "N" };
        var hmPath = new Option<string?>("--hm-path") { Description = "HM's TAppEncoder. Default: DIAGCODEC_HM, else on PATH.", HelpName = "FILE" };
        var hmMapOption = new Option<string?>("--hm-map-option") { Description = "Option of your HM for block QPs. Default: --CtuQpMap.", HelpName = "NAME" };
        var block = new Option<int>("--block")
        {
            Description = "Block size of the QP map in pixels, for uniform QPs and kvazaar's maps; other maps bring theirs.",
            HelpName = "64|32|16",
            DefaultValueFactory = _ => 64,
        };
        block.AcceptOnlyFromAmong("64", "32", "16");
        var map = new Option<string?>("--qp-map")
        {
            Description = "Take the QPs from this file: .csv, .json (diagcodec) or .txt, .roi (kvazaar).",
            HelpName = "FILE",
        };
        var writeMap = new Option<string?>("--write-qp-map") { Description = "Also write the QP map used to this file; the ending names the format.", HelpName = "FILE" };
        var allocation = new EncodeAllocationOptions(codec);
        var depth = new Option<int?>("--bit-depth") { Description = "Bits a sample. Default: 8 for 8-bit sources, else 12.", HelpName = "8|10|12" };
        depth.AcceptOnlyFromAmong("8", "10", "12");
        var window = new Option<(double, double)?>("--window")
        {
            Description = "HU: only this window is coded, values outside are clipped. Default: the full stored range.",
            HelpName = "CENTRE/WIDTH",
            CustomParser = OptionParsers.Window,
        };
        var chroma = new Option<string?>("--chroma") { Description = "420 adds neutral chroma, for decoders without 4:0:0. Default: 400.", HelpName = "400|420" };
        chroma.AcceptOnlyFromAmong("400", "420");
        var threads = new Option<int?>("--threads")
        {
            Description = "Threads of the encoder, and of the network of --task. The video does not depend on the encoder's.",
            HelpName = "N",
            CustomParser = result => OptionParsers.Number("--threads", 1, MostThreads)(result),
        };
        var pictureHash = new Option<bool>("--picture-hash") { Description = "Put an MD5 of every picture into the video (25 bytes each)." };
        var report = new Option<string?>("--report") { Description = "Also write an HTML report: slices before and after, QP map, mask, bits per frame; with --task what its network finds before and after.", HelpName = "FILE" };
        var truth = new Option<string?>("--truth") { Description = "Ground truth of --task, for the report alone: also hold both predictions against it.", HelpName = "FILE" };
        var truthLabels = new Option<string?>("--truth-labels") { Description = "Numbers in --truth to the task's classes, for example 1=1,2=1,*=0. Default: the same numbers.", HelpName = "MAP" };
        var verify = new Option<bool>("--verify") { Description = "Decode the archive and compare before it gets its name." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would be done; write nothing." };
        var json = CommonOptions.Json();
        var overwrite = CommonOptions.Overwrite();

        var command = new DocumentedCommand(
            "encode",
            "Codes a series as an archive (.dgc).",
            "",
            "diagcodec encode ct-series/ -o chest.dgc",
            "diagcodec encode ct-series/ -o chest.dgc --qp 27 --preset best --verify --report chest.html",
            "diagcodec encode study.zip --series 1.2.840.113619.2.5 -o chest.dgc --json",
            "diagcodec encode volume.nii.gz -o volume.dgc --window 300/800 --bit-depth 8",
            "diagcodec encode ct-series/ -o chest.dgc --qp-map map.csv --block 32",
            "diagcodec encode ct-series/ -o chest.dgc --mask heart.nii.gz --allocator roi --roi-background 8 --roi-margin 1 --block 32",
            "diagcodec encode ct-series/ -o chest.dgc --task coronary-cta --allocator sqrt --block 32 --report chest.html",
            "diagcodec encode ct-series/ -o chest.dgc --task coronary-cta",
            "diagcodec encode ct-series/ -o chest.dgc --policy policy-coronary-cta --tradeoff 16 --report chest.html",
            "diagcodec encode ct-series/ -o chest.dgc --task coronary-cta --search 12 --min-dice 0.95",
            "diagcodec encode ct-series/ -o chest.dgc --target-bytes 2000000",
            "diagcodec encode angiogram.png -o angiogram.dgc --codec ./my-codec --quality 2",
            "diagcodec encode angiogram.png -o angiogram.dglc --codec ./orchestrated-xca")
        {
            input, output, series, qp, gop, preset, encoder, codec, quality, hmPath, hmMapOption, block, map, writeMap, depth, window, chroma, threads, pictureHash, report, truth, truthLabels, verify, dryRun, json, overwrite,
        };
        command.Validators.Add(r =>
        {
            if (r.GetValue(encoder) != "hm" && (r.GetValue(hmPath) ?? r.GetValue(hmMapOption)) is not null)
            {
                r.AddError("--hm-path and --hm-map-option: expected together with --encoder hm");
            }
        });
        allocation.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            var options = new EncodeOptions
            {
                Input = parsed.GetRequiredValue(input),
                Output = parsed.GetRequiredValue(output),
                Series = parsed.GetValue(series),
                Qp = parsed.GetValue(qp),
                Gop = parsed.GetRequiredValue(gop),
                Preset = Enum.Parse<EncoderPreset>(parsed.GetRequiredValue(preset), ignoreCase: true),
                Encoder = parsed.GetRequiredValue(encoder),
                Codec = parsed.GetValue(codec),
                Quality = parsed.GetValue(quality),
                Device = allocation.DeviceOf(parsed),
                GivenQpOptions = [.. ((Option[])[qp, gop, preset, block]).Where(o => parsed.GetResult(o) is { Implicit: false }).Select(o => o.Name)],
                HmPath = parsed.GetValue(hmPath),
                HmMapOption = parsed.GetValue(hmMapOption),
                Block = parsed.GetValue(block),
                QpMap = parsed.GetValue(map),
                Allocation = allocation.Of(parsed, parsed.GetValue(threads), qp, gop, block),
                WriteQpMap = parsed.GetValue(writeMap),
                BitDepth = parsed.GetValue(depth),
                Window = parsed.GetValue(window),
                Chroma420 = parsed.GetValue(chroma) == "420",
                Threads = parsed.GetValue(threads),
                PictureHash = parsed.GetValue(pictureHash),
                Report = parsed.GetValue(report),
                Truth = parsed.GetValue(truth),
                TruthLabels = parsed.GetValue(truthLabels),
                Verify = parsed.GetValue(verify),
                DryRun = parsed.GetValue(dryRun),
                Json = parsed.GetValue(json),
                Overwrite = parsed.GetValue(overwrite),
            };
            return options.Codec is { } named && OrchestratedCatalogue.Standard().Knows(named)
                ? Task.Run(() => OrchestratedRun.Encode(options, console, cancellation), cancellation)
                : EncodeRun.RunAsync(options, console, cancellation);
        });
        return command;
    }
}
