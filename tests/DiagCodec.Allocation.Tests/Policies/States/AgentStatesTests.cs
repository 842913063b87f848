using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.States;
using DiagCodec.Imaging.Volumes;
using static TorchSharp.torch;

namespace DiagCodec.Allocation.Tests.Policies.States;

public sealed class AgentStatesTests
{
    private const int Plane = AgentNetwork.Width * AgentNetwork.Height;

    private static readonly StateWindow Window = new(-100, 300);

    [Fact]
    public void Values_are_rescaled_and_clipped_to_the_window()
    {
        // 448x256 needs no resampling: every value is its own.
        int[] stored = [0, 350, 400, 450, 500, 550, 650, 32767, -32768];
        float[] expected = [0, 0, 0, 0, 0.25f, 0.5f, 1, 1, 0];
        var volume = Rescaled(SampleClip.Volume(AgentNetwork.Width, AgentNetwork.Height, 1, (x, _, _) => stored[x % stored.Length]), new Rescale(2, -1000));
        var plane = Planes(volume, NoMask(volume))[..Plane];
        Assert.All(Enumerable.Range(0, AgentNetwork.Width), x => Assert.Equal(expected[x % stored.Length], plane[x], 1e-6f));
    }

    [Fact]
    public void Every_slice_has_its_own_rescale()
    {
        var volume = Rescaled(SampleClip.Volume(64, 64, 2, (_, _, _) => 100), new Rescale(1, 0), new Rescale(2, -100));
        var states = AgentStates.Of(volume, NoMask(volume), Window);
        Assert.Equal(2, states.Frames);
        Assert.Equal(0.5f, Values(states, 0)[0], 1e-6f);
        Assert.Equal(0.5f, Values(states, 1)[0], 1e-6f);
    }

    [Fact]
    public void Any_class_but_0_is_mask()
    {
        var volume = SampleClip.Volume(AgentNetwork.Width, AgentNetwork.Height, 1, (_, _, _) => 0);
        var labels = new byte[Plane];
        (labels[3], labels[700], labels[Plane - 1]) = (1, 200, 255);
        var mask = Planes(volume, new LabelMap(AgentNetwork.Width, AgentNetwork.Height, 1, labels, null))[Plane..];
        Assert.Equal([3, 700, Plane - 1], Enumerable.Range(0, Plane).Where(i => mask[i] != 0));
        Assert.Equal((1f, 1f, 1f), (mask[3], mask[700], mask[^1]));
    }

    [Theory]
    [InlineData(512, 512)]
    [InlineData(1, 1)]
    [InlineData(300, 97)]
    [InlineData(448, 512)]
    [InlineData(900, 256)]
    public void Constant_slices_stay_constant_at_every_size(int columns, int rows)
    {
        var volume = SampleClip.Volume(columns, rows, 1, (_, _, _) => 200);
        var planes = Planes(volume, SampleClip.Mask(columns, rows, 1, (_, _, _) => true));
        Assert.Equal(2 * Plane, planes.Length);
        Assert.All(planes[..Plane].Distinct(), v => Assert.Equal(0.75f, v, 1e-6f));
        Assert.All(planes[Plane..].Distinct(), v => Assert.Equal(1f, v, 1e-6f));
    }

    [Fact]
    public void A_mask_keeps_its_place_when_slices_are_brought_to_size()
    {
        var volume = SampleClip.Volume(512, 512, 1, (_, _, _) => 0);
        var mask = Planes(volume, SampleClip.Mask(512, 512, 1, (x, y, _) => x >= 256 && y < 256))[Plane..];
        Assert.Equal((0f, 1f, 0f, 0f), (mask[At(100, 60)], mask[At(350, 60)], mask[At(100, 200)], mask[At(350, 200)]));
        Assert.Equal(0.25f, mask.Average(), 1e-3f);
        Assert.All(mask, v => Assert.InRange(v, 0, 1));

        static int At(int x, int y) => (y * AgentNetwork.Width) + x;
    }

    [Fact]
    public void An_empty_mask_is_all_0() =>
        Assert.All(Planes(SampleClip.Noise(70, 90, 1, 1), SampleClip.Mask(70, 90, 1, (_, _, _) => false))[Plane..].Distinct(), v => Assert.Equal(0f, v));

    [Fact]
    public void Frames_come_in_the_order_asked_for()
    {
        var volume = SampleClip.Volume(64, 64, 5, (_, _, z) => 100 * z);
        var states = AgentStates.Of(volume, NoMask(volume), new StateWindow(0, 400));
        Assert.Equal([0.75f, 0f, 0.75f, 1f], ((int[])[3, 0, 3, 4]).Select((_, i) => Values(states, 3, 0, 3, 4)[i * 2 * Plane]));
        using var tensor = states.Of([1, 2], CPU);
        Assert.Equal([2, 2, AgentNetwork.Height, AgentNetwork.Width], tensor.shape);
    }

    [Theory]
    [InlineData(63, 64, 2)]
    [InlineData(64, 65, 2)]
    [InlineData(64, 64, 1)]
    [InlineData(64, 64, 3)]
    public void A_mask_of_another_size_is_refused_with_both_sizes(int columns, int rows, int slices)
    {
        var volume = SampleClip.Noise(64, 64, 2, 1);
        var fault = Assert.Throws<ArgumentException>(() => AgentStates.Of(volume, SampleClip.Mask(columns, rows, slices, (_, _, _) => true), Window));
        Assert.Contains($"a mask of {columns}x{rows}x{slices} for slices of 64x64x2", fault.Message, StringComparison.Ordinal);
    }

    private static LabelMap NoMask(Volume volume) => SampleClip.Mask(volume.Columns, volume.Rows, volume.Slices, (_, _, _) => false);

    private static float[] Planes(Volume volume, LabelMap mask) => Values(AgentStates.Of(volume, mask, Window), 0);

    private static float[] Values(AgentStates states, params int[] frames)
    {
        using var tensor = states.Of(frames, CPU);
        return tensor.data<float>().ToArray();
    }

    private static Volume Rescaled(Volume volume, params Rescale[] rescales) => new(
        volume.Columns, volume.Rows, volume.Format, [.. Enumerable.Range(0, volume.Slices).Select(z => (ReadOnlyMemory<byte>)volume.SliceBytes(z).ToArray())])
    {
        Rescales = [.. rescales],
    };
}
