using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Encode.Hm;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;

namespace DiagCodec.Coding.Tests.Encode.Hm;

/// <summary>Plans and runs for HM.</summary>
internal static class HmJobs
{
    public static CodingPlan Plan(FrameFormat format, int frames, int baseQp, string gop)
    {
        var structure = GopStructure.Named(gop);
        var map = Map(format, [.. Enumerable.Range(0, frames).Select(i => new FrameQps(structure.FrameQp(baseQp, i), []))]);
        return new CodingPlan("test", baseQp, gop, EncoderPreset.Best, map);
    }

    public static QpMap Map(FrameFormat format, params FrameQps[] frames) =>
        new(64, QpMap.BlocksAcross(format.Width, 64), QpMap.BlocksAcross(format.Height, 64), [.. frames])
        {
            HighestCodedQp = QpMap.HighestCodedQpAt(format.BitDepth),
        };

    public static Task<EncodedVideo> Run(FakeHm hm, EncodeRequest request, string mapOption = HmOptions.DefaultMapOption, CancellationToken cancellation = default) =>
        new HmEncoder(new HmOptions { Program = hm.Path, MapOption = mapOption })
            .EncodeAsync(request, cancellation)
            .WaitAsync(Requests.Watchdog, CancellationToken.None);
}
