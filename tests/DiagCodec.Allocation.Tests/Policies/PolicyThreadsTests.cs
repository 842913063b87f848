using DiagCodec.Allocation.Policies;
using DiagCodec.Allocation.Policies.States;
using TorchSharp;

namespace DiagCodec.Allocation.Tests.Policies;

/// <summary>libtorch's number of threads belongs to the process, so no other test runs beside these.</summary>
[CollectionDefinition(nameof(PolicyThreadsTests), DisableParallelization = true)]
[Collection(nameof(PolicyThreadsTests))]
public sealed class PolicyThreadsTests
{
    [Fact]
    public void Decisions_do_not_depend_on_the_number_of_threads()
    {
        using var model = SamplePolicy.Model(SamplePolicy.Document, seed: 8);
        SamplePolicy.Sharpen(model.Network);
        var states = AgentStates.Of(SampleClip.Noise(96, 80, 20, 9), SampleClip.Mask(96, 80, 20, (x, y, z) => x < 3 * z && y > 40), model.Document.Window);
        var expected = new PolicyAllocator(model, 1).Decide(states);
        Assert.True(expected.Frames.Distinct().Count() > 1, "expected choices that follow what is seen");
        var before = torch.get_num_threads();
        foreach (var threads in (int[])[1, 2, 5])
        {
            torch.set_num_threads(threads);
            var decisions = new PolicyAllocator(model, 1) { IsAlone = true }.Decide(states);
            Assert.Equal(threads, torch.get_num_threads());
            Assert.Equal(expected.Frames.AsEnumerable(), decisions.Frames);
            Assert.Equal(expected.Gops.AsEnumerable(), decisions.Gops);
        }

        torch.set_num_threads(before);
    }
}
