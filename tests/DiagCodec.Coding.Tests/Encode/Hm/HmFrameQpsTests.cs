using DiagCodec.Coding.Encode.Hm;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;

namespace DiagCodec.Coding.Tests.Encode.Hm;

public sealed class HmFrameQpsTests
{
    private const int Frames = 18;

    public static TheoryData<string, int> Cases()
    {
        var cases = new TheoryData<string, int>();
        foreach (var gop in GopStructure.All)
        {
            foreach (var depth in (int[])[8, 10, 12])
            {
                cases.Add(gop.Name, depth);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void HM_codes_every_frame_at_the_plans_QP_from_every_base(string gop, int depth)
    {
        var format = new FrameFormat(72, 64, depth, ChromaFormat.Luma400);
        for (var baseQp = 0; baseQp <= 51; baseQp++)
        {
            var plan = HmJobs.Plan(format, Frames, baseQp, gop);
            var qps = HmFrameQps.Of(plan, depth);
            Assert.Equal(baseQp, qps.BaseQp);
            for (var i = 0; i < Frames; i++)
            {
                var wanted = Math.Min(GopStructure.Named(gop).FrameQp(baseQp, i), QpMap.HighestCodedQpAt(depth));
                Assert.Equal(wanted, qps.Asked[i]);
                Assert.Equal(wanted, Hm(qps, i, depth));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(22)]
    [InlineData(32)]
    [InlineData(51)]
    public void HMs_own_pyramid_needs_no_delta(int baseQp)
    {
        var qps = HmFrameQps.Of(HmJobs.Plan(new FrameFormat(72, 64, 8, ChromaFormat.Luma400), Frames, baseQp, "ldp8"), 8);
        Assert.Same(HmGop.Pyramid, qps.Gop);
        Assert.All(qps.DeltaQps, d => Assert.Equal(0, d));
    }

    [Theory]
    [InlineData(8, 0)]
    [InlineData(12, 1)]
    public void At_base_0_the_I_frame_is_kept_from_QP_minus_1_where_HM_would_take_it(int depth, int delta)
    {
        var qps = HmFrameQps.Of(HmJobs.Plan(new FrameFormat(72, 64, depth, ChromaFormat.Luma400), Frames, 0, "ldp8"), depth);
        Assert.Equal((HmGop.Pyramid, delta), (qps.Gop, qps.DeltaQps[0]));
    }

    [Fact]
    public void A_pyramid_with_a_QP_that_the_model_term_leaves_out_is_coded_without_offsets()
    {
        var format = new FrameFormat(72, 64, 8, ChromaFormat.Luma400);
        int[] asked = [0, 28, 32, 37, 51, 12, 7, 50, 0, 51];
        var plan = new CodingPlan("test", 30, "ldp8", EncoderPreset.Best, HmJobs.Map(format, [.. asked.Select(qp => new FrameQps(qp, []))]));
        var qps = HmFrameQps.Of(plan, 8);
        Assert.Same(HmGop.Flat, qps.Gop);
        Assert.Equal(asked, asked.Select((_, i) => Hm(qps, i, 8)));
    }

    /// <summary>HM's rule from its own figures, written once more.</summary>
    private static int Hm(HmFrameQps qps, int frame, int depth)
    {
        var q = qps.BaseQp + qps.DeltaQps[frame];
        if (qps.Gop == HmGop.Pyramid)
        {
            var place = frame % 8;
            q += frame == 0 ? -1 : place == 0 ? 1 : place % 2 == 1 ? 5 : 4;
            var term = frame == 0 || place == 0 ? 0 : (0.2590 * q) - 6.5 + 0.5;
            q += term >= 3 ? 3 : term >= 2 ? 2 : term >= 1 ? 1 : 0;
        }

        return Math.Min(51, Math.Max(-6 * (depth - 8), q));
    }
}
