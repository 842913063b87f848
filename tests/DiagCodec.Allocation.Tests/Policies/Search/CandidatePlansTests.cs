using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.Search;
using DiagCodec.Allocation.Policies.States;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Volumes;
using TorchSharp;

namespace DiagCodec.Allocation.Tests.Policies.Search;

public sealed class CandidatePlansTests
{
    private static readonly CandidateRequest Request = new(Landscape.Prepared, Mask((x, y) => x < 20 && y < 20), EncoderPreset.Fast) { Task = "t", WeightsSha256 = "s" };

    [Fact]
    public void Maps_come_before_uniform_QP_and_every_family_rises()
    {
        var families = CandidatePlans.Of(Request);
        Assert.Equal(["roi 0/+6 in blocks of 32", "roi 0/+12 margin 1 in blocks of 32", "log -6/+6 in blocks of 32", "uniform"], families.Select(f => f.Name));
        foreach (var family in families)
        {
            var qps = family.Candidates.Select(c => EffectiveQp.Of(c.Plan.Map)).ToArray();
            Assert.Equal(qps.Order(), qps);
            Assert.Equal(family.Candidates.Length, family.Candidates.Select(c => MapFingerprint.Of(c.Plan.Map)).Distinct().Count());
            Assert.InRange(qps[family.Start], 28, 32);
            Assert.All(family.Candidates, c => Assert.Equal(("t", "s"), (c.Plan.Task, c.Plan.WeightsSha256)));
        }
    }

    [Fact]
    public void A_policy_comes_first_at_the_tradeoff_that_was_asked_for_then_shifted()
    {
        using var policy = Policy();
        var families = CandidatePlans.Of(Request with { Policy = policy, Tradeoff = 1 });
        Assert.Equal(["policy", "policy 16, shifted"], families.Take(2).Select(f => f.Name));
        Assert.Equal(64, families[2].Candidates[0].Plan.Map.BlockSize);
        var first = families[0].Candidates[families[0].Start].Plan;
        Assert.Equal(("policy", 16.0, 0), (first.Allocator, first.Policy!.Tradeoff, first.Policy.Shift));
        Assert.Equal(first.Map.Frames[0].FrameQp, first.BaseQp);
        Assert.InRange(families[1].Candidates.Length, 13, 25);
        Assert.All(families[1].Candidates, c => Assert.Equal(first.Map.Frames[0].FrameQp + c.Plan.Policy!.Shift, c.Plan.BaseQp));
    }

    [Fact]
    public void A_mask_without_foreground_makes_all_maps_uniform()
    {
        var families = CandidatePlans.Of(Request with { Mask = Mask((_, _) => false) });
        Assert.Single(families.Select(f => string.Join(' ', f.Candidates.Select(c => MapFingerprint.Of(c.Plan.Map)))).Distinct());
    }

    [Fact]
    public void An_encoder_of_large_blocks_gets_no_smaller_ones()
    {
        Assert.All(CandidatePlans.Of(Request with { SmallestBlock = 64 }).SelectMany(f => f.Candidates), c => Assert.Equal(64, c.Plan.Map.BlockSize));
    }

    private static PolicyModel Policy()
    {
        var sets = ActionSets.Step;
        var document = new PolicyDocument(
            1, "policy-t", "d", "t", new StateWindow(0, 255), 64, 0, sets, [1, 16, 100], default, new PolicyWeights("w", new string('0', 64)), [], "MIT");
        return new PolicyModel(document, PolicyNetwork.Create(sets.FrameActions, sets.CtuActions, 3, default, seed: 1, torch.CPU), torch.CPU);
    }

    private static LabelMap Mask(Func<int, int, bool> isForeground)
    {
        var volume = Landscape.Prepared.Series.Volume;
        var labels = new byte[volume.Slices * volume.PixelsPerSlice];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = (byte)(isForeground(i % volume.Columns, i / volume.Columns % volume.Rows) ? 1 : 0);
        }

        return new LabelMap(volume.Columns, volume.Rows, volume.Slices, labels, null);
    }
}
