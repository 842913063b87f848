using System.Globalization;
using DiagCodec.Coding.Prepare;

namespace DiagCodec.Coding.Encode.Hm;

/// <summary>
/// HM's settings: its low-delay P configuration as published results use it, for frames of any depth, without the picture filter
/// that changes the source (TemporalFilter is 0 unless switched on, and older versions do not know the word).
/// </summary>
internal sealed class HmConfiguration
{
    private readonly List<(string Name, string Value)> _settings = [];

    public HmConfiguration(FrameFormat format, int frames, HmFrameQps qps, bool pictureHash)
    {
        AddSource(format, frames);
        AddStructure(qps);
        AddTools();
        Add("SEIDecodedPictureHash", pictureHash ? 1 : 0);
    }

    /// <summary>The file that HM reads with -c.</summary>
    public string Text => string.Concat(_settings.Select(s => $"{s.Name} : {s.Value}\n"));

    /// <summary>The same in one line, for manifests.</summary>
    public string Line => string.Join("; ", _settings.Select(s => $"{s.Name}={s.Value}"));

    /// <summary>main and main10 are 4:2:0 of 8 and 10 bits; everything else is format range extensions (H.265 A.3.5).</summary>
    public static string Profile(FrameFormat format) => format switch
    {
        { Chroma: ChromaFormat.Chroma420, BitDepth: 8 } => "main",
        { Chroma: ChromaFormat.Chroma420, BitDepth: 10 } => "main10",
        _ => "main-RExt",
    };

    private void AddSource(FrameFormat format, int frames)
    {
        var chroma = format.Chroma == ChromaFormat.Luma400 ? 400 : 420;
        Add("Profile", Profile(format));
        Add("SourceWidth", format.Width);
        Add("SourceHeight", format.Height);

        // HM pads to whole 8x8 coding units by itself and crops again in the decoder, so that any size comes back as it went in.
        Add("ConformanceWindowMode", 1);
        Add("InputBitDepth", format.BitDepth);
        Add("InternalBitDepth", format.BitDepth);
        Add("OutputBitDepth", format.BitDepth);
        Add("InputChromaFormat", chroma);
        Add("ChromaFormatIDC", chroma);
        Add("FrameRate", 30);
        Add("FramesToBeEncoded", frames);
    }

    private void AddStructure(HmFrameQps qps)
    {
        Add("MaxCUWidth", 64);
        Add("MaxCUHeight", 64);
        Add("MaxPartitionDepth", 4);
        Add("QuadtreeTULog2MaxSize", 5);
        Add("QuadtreeTULog2MinSize", 2);
        Add("QuadtreeTUMaxDepthInter", 3);
        Add("QuadtreeTUMaxDepthIntra", 3);
        Add("IntraPeriod", -1);
        Add("DecodingRefreshType", 0);
        Add("GOPSize", HmGop.Size);
        Add("QP", qps.BaseQp);
        Add("IntraQPOffset", qps.Gop.IntraOffset);
        Add("LambdaFromQpEnable", 1);
        _settings.AddRange(qps.Gop.Lines());
    }

    private void AddTools()
    {
        Add("FastSearch", 1);
        Add("SearchRange", 64);
        Add("HadamardME", 1);
        Add("FEN", 1);
        Add("FDM", 1);
        Add("MaxDeltaQP", 0);
        Add("MaxCuDQPDepth", 0);
        Add("DeltaQpRD", 0);
        Add("RateControl", 0);
        Add("RDOQ", 1);
        Add("RDOQTS", 1);
        Add("SignHideFlag", 1);
        Add("TransformSkip", 1);
        Add("TransformSkipFast", 1);
        Add("TMVPMode", 1);
        Add("AMP", 1);
        Add("SAO", 1);
        Add("LoopFilterDisable", 0);
        Add("LoopFilterOffsetInPPS", 1);
        Add("LoopFilterBetaOffset_div2", 0);
        Add("LoopFilterTcOffset_div2", 0);
    }

    private void Add(string name, string value) => _settings.Add((name, value));

    private void Add(string name, int value) => Add(name, value.ToString(CultureInfo.InvariantCulture));
}
