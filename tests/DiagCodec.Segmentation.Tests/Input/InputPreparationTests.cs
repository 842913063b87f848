using System.Collections.Immutable;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Tests.Support;

namespace DiagCodec.Segmentation.Tests.Input;

public class InputPreparationTests
{
    private static readonly ModelInput Hu = new(InputKind.Hu, -200, 800, null, 1, null, null);

    /// <summary>Stored * 2 - 1000: below -200 is 0, 300 is the middle, 800 and above is 1; -150 is a twentieth: 3276.75.</summary>
    [Fact]
    public void Hounsfield_units_of_the_range_become_0_to_65535()
    {
        var planes = InputPreparation.Of(Volume(6, 1, [[0, 400, 425, 650, 900, 1500]]) with { Rescales = [new Rescale(2, -1000)] }, Hu);
        Assert.Equal([0, 0, 3277, 32768, 65535, 65535], planes.Slices[0]);
        Assert.Equal((6, 1, 1), (planes.Columns, planes.Rows, planes.SliceStep));
    }

    [Fact]
    public void Every_slice_has_its_own_rescale()
    {
        var volume = Volume(2, 1, [[300, 800], [150, 400], [800, 1300]]) with { Rescales = [new(1, 0), new(2, 0), new(1, -500)] };
        Assert.All(InputPreparation.Of(volume, Hu).Slices, s => Assert.Equal([32768, 65535], s));
    }

    [Fact]
    public void A_negative_slope_turns_the_values()
    {
        var planes = InputPreparation.Of(Volume(3, 1, [[200, -300, -800]]) with { Rescales = [new Rescale(-1, 0)] }, Hu);
        Assert.Equal([0, 32768, 65535], planes.Slices[0]);
    }

    [Fact]
    public void Code_values_go_without_a_rescale()
    {
        var volume = Volume(3, 1, [[0, 51, 255]]) with { Rescales = [new Rescale(7, -99)] };
        Assert.Equal([0, 13107, 65535], InputPreparation.Of(volume, new(InputKind.Code, 0, 255, null, 1, null, null)).Slices[0]);
    }

    /// <summary>4 columns of 0.5 mm and 2 rows of 1 mm on 1 mm: 2 x 2. The area of two pixels and an eighth of either neighbour's slope.</summary>
    [Fact]
    public void Spacing_decides_the_grid()
    {
        var volume = Volume(4, 2, [[0, 0, 1000, 1000, 500, 500, 500, 500]]) with { Geometry = Regular(0.5, 1, 2, 1) };
        var planes = InputPreparation.Of(volume, new(InputKind.Code, 0, 1000, 1, 1, null, null));
        Assert.Equal((2, 2), (planes.Columns, planes.Rows));
        Assert.Equal(65535, planes.Slices[0][0] + planes.Slices[0][1], 1.0);
        Assert.InRange(planes.Slices[0][0], 0, 65535 / 8);
        Assert.Equal([32768, 32768], planes.Slices[0][2..]);
    }

    [Theory]
    [InlineData(0.5, 0.5, 1.0, 50, 40)]
    [InlineData(0.5, 1.0, 0.5, 100, 160)]
    [InlineData(1.2, 0.9, 1.953125, 61, 37)]
    [InlineData(0.001, 0.001, 1.0, 1, 1)]
    public void The_field_of_view_is_kept_to_the_nearest_pixel(double column, double row, double wanted, int columns, int rows)
    {
        var volume = Volume(100, 80, [new int[8000]]) with { Geometry = Regular(column, row, 1, 1) };
        Assert.Equal((columns, rows), NetworkGrid.Of(volume, Hu with { Spacing = wanted }));
        Assert.Equal((100, 80), NetworkGrid.Of(volume, Hu));
        Assert.Equal((100, 80), NetworkGrid.Of(volume with { Geometry = null }, Hu with { Spacing = wanted }));
    }

    [Theory]
    [InlineData(6.54, 3.27, 2)]
    [InlineData(6.54, -3.27, 2)]
    [InlineData(6.54, 3, 2)]
    [InlineData(6.54, 5, 1)]
    [InlineData(6.54, 20, 1)]
    [InlineData(1, 0.4, 2)]
    [InlineData(1, 0.3, 3)]
    public void Channels_lie_as_near_to_the_tasks_spacing_as_may_be(double wanted, double spacing, int step)
    {
        var volume = Volume(1, 1, [[0], [0], [0]]) with { Geometry = Regular(1, 1, spacing, 3) };
        Assert.Equal(step, NetworkGrid.SliceStep(volume, Hu with { SliceSpacing = wanted }));
        Assert.Equal(1, NetworkGrid.SliceStep(volume, Hu));
        Assert.Equal(1, NetworkGrid.SliceStep(volume with { Geometry = null }, Hu with { SliceSpacing = wanted }));
        Assert.Equal(step, InputPreparation.Of(volume, Hu with { SliceSpacing = wanted }).SliceStep);
    }

    [Fact]
    public void Slices_in_one_place_are_neighbours() =>
        Assert.Equal(1, NetworkGrid.SliceStep(Volume(1, 1, [[0], [0]]) with { Geometry = Regular(1, 1, 0, 2) }, Hu with { SliceSpacing = 2 }));

    [Fact]
    public void The_ends_are_repeated()
    {
        var planes = Planes.Of(1, 1, 4, (_, _, z) => z, sliceStep: 2);
        Assert.Equal([0, 0, 0, 2, 3], Channels(planes, 0, 5));
        Assert.Equal([0, 0, 2, 3, 3], Channels(planes, 2, 5));
        Assert.Equal([1, 3, 3], Channels(planes, 3, 3));
        Assert.Equal([1], Channels(planes, 1, 1));
        Assert.Equal([1, 1, 2], Channels(planes.Clip(1, 2) with { SliceStep = 1 }, 0, 3));

        static int[] Channels(InputPlanes planes, int slice, int channels) =>
            [.. Enumerable.Range(0, channels).Select(c => (int)planes.Channel(slice, c, channels)[0])];
    }

    [Fact]
    public void Local_contrast_is_of_the_networks_grid()
    {
        var values = Enumerable.Range(0, 64).Select(i => i * 13 % 255).ToArray();
        var plain = InputPreparation.Of(Volume(8, 8, [values]), new(InputKind.Code, 0, 255, null, 1, null, null));
        var made = InputPreparation.Of(Volume(8, 8, [values]), new(InputKind.Code, 0, 255, null, 1, null, 2));
        var expected = plain.Slices[0].Select(v => v / 65535f).ToArray();
        new LocalContrast(8, 8, 2).Apply(expected);
        Assert.All(Enumerable.Range(0, 64), i => Assert.Equal(expected[i] * 65535, made.Slices[0][i], 3.0));
    }

    private static Geometry Regular(double column, double row, double slice, int slices) =>
        Geometry.Regular(default, new(1, 0, 0), new(0, 1, 0), column, row, slice, slices);

    private static VolumeParts Volume(int columns, int rows, int[][] slices) => new(columns, rows, slices, [Rescale.Identity], null);

    /// <summary>A volume that is changed by with.</summary>
    private sealed record VolumeParts(int Columns, int Rows, int[][] Slices, ImmutableArray<Rescale> Rescales, Geometry? Geometry)
    {
        public static implicit operator Volume(VolumeParts parts) => new(parts.Columns, parts.Rows, SampleFormat.Int16, [.. parts.Slices.Select(Bytes)])
        {
            Rescales = parts.Rescales,
            Geometry = parts.Geometry,
        };

        private static ReadOnlyMemory<byte> Bytes(int[] values)
        {
            var bytes = new byte[2 * values.Length];
            DiagCodec.Imaging.Volumes.Volume.Narrow(values, SampleFormat.Int16, bytes);
            return bytes;
        }
    }
}
