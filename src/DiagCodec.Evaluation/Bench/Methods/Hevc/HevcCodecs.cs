using System.Collections.Immutable;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Encode.Hm;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.Hevc;

/// <summary>The HEVC encoders that obey our QP maps: x265 and, where the user has it, HM.</summary>
public static class HevcCodecs
{
    /// <summary>As docs/hm.md measures it against x265's slowest preset.</summary>
    private const double HmAgainstBest = 4.5;

    private static readonly HevcCodec X265 = new("x265", "x265", true, true, 16, X265Seconds, () => new X265Encoder(X265Program.Find()));

    private static readonly HevcCodec Hm = new(
        "hm", "HM", false, false, 64, _ => HmAgainstBest * X265Seconds(EncoderPreset.Best), () => new HmEncoder(new HmOptions { Program = FindHm() }));

    private static readonly ImmutableArray<string> CommonOptions =
        ["allocator", "policy", "candidates", "strength", "range", "background", "foreground", "margin", "block", "gop", "window"];

    /// <summary>That QPs are whole numbers is left to <see cref="CodecEntry.Create"/>.</summary>
    public static ImmutableArray<CodecEntry> All { get; } = [Entry(X265, [.. CommonOptions, "preset"]), Entry(Hm, CommonOptions)];

    private static CodecEntry Entry(HevcCodec codec, ImmutableArray<string> options) => new(
        codec.Word, "QP", QpMap.LowestQp, QpMap.HighestQp, false, options, setting => new HevcMethod(codec, HevcSetting.Of(setting, codec)))
    {
        CreateWithPolicy = (setting, policy) => new HevcMethod(codec, HevcSetting.Of(setting, codec).With(policy.Document, codec), new LoadedPolicy(policy)),
        OtherGrid = HevcSetting.OtherGrid,
    };

    /// <summary>
    /// Processor time on 33 slices of 512x512 of the phantom: the full range at QP 24, 32 and 40 took 0.05 to 0.09, 0.12 to 0.25 and
    /// 0.5 to 0.9, the 8-bit window at QP 32 0.08, 0.28 and 1.1.
    /// </summary>
    private static double X265Seconds(EncoderPreset preset) => preset switch
    {
        EncoderPreset.Fast => 0.1,
        EncoderPreset.Balanced => 0.3,
        _ => 1,
    };

    private static string FindHm() => HmProgram.TryFind(null) ?? throw new ToolException(
        $"HM: there is no TAppEncoder on PATH; build it as docs/hm.md says and name it in {HmProgram.Variable}, or leave methods with codec hm out");
}
