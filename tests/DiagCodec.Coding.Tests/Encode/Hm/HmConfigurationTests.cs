using DiagCodec.Coding.Encode.Hm;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;

namespace DiagCodec.Coding.Tests.Encode.Hm;

public sealed class HmConfigurationTests
{
    [Theory]
    [InlineData(8, ChromaFormat.Luma400, "main-RExt", "400")]
    [InlineData(10, ChromaFormat.Luma400, "main-RExt", "400")]
    [InlineData(12, ChromaFormat.Luma400, "main-RExt", "400")]
    [InlineData(8, ChromaFormat.Chroma420, "main", "420")]
    [InlineData(10, ChromaFormat.Chroma420, "main10", "420")]
    [InlineData(12, ChromaFormat.Chroma420, "main-RExt", "420")]
    public void Depth_and_chroma_choose_the_profile(int depth, ChromaFormat chroma, string profile, string idc)
    {
        using var odd = new OddCulture();
        var text = Text(new FrameFormat(76, 100, depth, chroma), false);
        Assert.Equal(profile, text["Profile"]);
        Assert.Equal((idc, idc), (text["InputChromaFormat"], text["ChromaFormatIDC"]));
        Assert.All(["InputBitDepth", "InternalBitDepth", "OutputBitDepth"], name => Assert.Equal($"{depth}", text[name]));
        Assert.Equal(("76", "100", "1", "9"), (text["SourceWidth"], text["SourceHeight"], text["ConformanceWindowMode"], text["FramesToBeEncoded"]));
    }

    [Fact]
    public void The_settings_are_HMs_low_delay_P_without_the_filter_that_alters_the_source()
    {
        var text = Text(new FrameFormat(512, 512, 8, ChromaFormat.Luma400), false);
        (string, string)[] expected =
        [
            ("MaxCUWidth", "64"), ("MaxCUHeight", "64"), ("MaxPartitionDepth", "4"), ("QuadtreeTULog2MaxSize", "5"), ("QuadtreeTULog2MinSize", "2"),
            ("IntraPeriod", "-1"), ("DecodingRefreshType", "0"), ("GOPSize", "8"), ("QP", "32"), ("IntraQPOffset", "-1"), ("LambdaFromQpEnable", "1"),
            ("FastSearch", "1"), ("SearchRange", "64"), ("HadamardME", "1"), ("RDOQ", "1"), ("SignHideFlag", "1"), ("TMVPMode", "1"), ("AMP", "1"),
            ("SAO", "1"), ("LoopFilterDisable", "0"), ("MaxDeltaQP", "0"), ("RateControl", "0"), ("SEIDecodedPictureHash", "0"),
        ];
        Assert.All(expected, s => Assert.Equal(s.Item2, text[s.Item1]));
        Assert.DoesNotContain("TemporalFilter", text.Keys);
        Assert.Equal(8, text.Keys.Count(k => k.StartsWith("Frame", StringComparison.Ordinal) && k.Length == 6));
    }

    [Fact]
    public void The_picture_hash_is_MD5_when_asked_for() =>
        Assert.Equal("1", Text(new FrameFormat(72, 64, 8, ChromaFormat.Luma400), true)["SEIDecodedPictureHash"]);

    [Fact]
    public void The_line_for_manifests_says_the_same_as_the_file()
    {
        var configuration = Configuration(new FrameFormat(72, 64, 8, ChromaFormat.Luma400), false);
        Assert.Equal(configuration.Text.Replace(" : ", "=", StringComparison.Ordinal).TrimEnd('\n').Replace("\n", "; ", StringComparison.Ordinal), configuration.Line);
    }

    private static Dictionary<string, string> Text(FrameFormat format, bool pictureHash) =>
        Configuration(format, pictureHash).Text.TrimEnd('\n').Split('\n').Select(l => l.Split(" : ")).ToDictionary(p => p[0], p => p[1]);

    private static HmConfiguration Configuration(FrameFormat format, bool pictureHash) =>
        new(format, 9, HmFrameQps.Of(HmJobs.Plan(format, 9, 32, "ldp8"), format.BitDepth), pictureHash);
}
