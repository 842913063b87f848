using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Tests.Nifti;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Masks;

/// <summary>Masks in every order that NIfTI files come in, against a series whose first voxel is at (-10, 20, 30) and whose axes are the patient's.</summary>
public sealed class NiftiMaskTests
{
    private const int Columns = 5;
    private const int Rows = 4;
    private const int Slices = 3;
    private static readonly Vector3 Origin = new(-10, 20, 30);

    [Fact]
    public void The_same_order_is_taken_as_it_is()
    {
        using var folder = new Scratch();
        var mask = MaskReader.Read(Save(folder, [1, 1, 1]), Series(), default);
        AssertLabels(mask);
        Assert.Empty(mask.Notes);
    }

    [Theory]
    [InlineData(-1, 1, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 1, -1)]
    [InlineData(-1, -1, 1)]
    [InlineData(-1, -1, -1)]
    public void Flipped_axes_are_put_right_by_position_and_it_is_said(int i, int j, int k)
    {
        using var folder = new Scratch();
        var mask = MaskReader.Read(Save(folder, [i, j, k]), Series(), default);
        AssertLabels(mask);
        Assert.Equal("mask-reordered", Assert.Single(mask.Notes).Code);
    }

    [Fact]
    public void Exchanged_axes_are_put_right_too()
    {
        // A file whose first axis runs along the series' slices and whose third runs along its columns.
        using var folder = new Scratch();
        var file = new NiftiBytes(Slices, Rows, Columns, 2, 1).Sform(new(0, 0, 2.5), new(0, -0.8, 0), new(-0.7, 0, 0), new(10, -20, 30));
        for (var n = 0; n < Columns * Rows * Slices; n++)
        {
            var (z, y, x) = (n % Slices, n / Slices % Rows, n / Slices / Rows);
            file.Content[file.DataOffset + n] = Label(x, y, z);
        }

        AssertLabels(MaskReader.Read(file.Save(folder), Series(), default));
    }

    [Theory]
    [InlineData(0.35, 0, 0)]
    [InlineData(0, 0, 2.5)]
    [InlineData(0, 40, 0)]
    public void A_mask_that_lies_elsewhere_is_refused_with_both_places(double x, double y, double z)
    {
        using var folder = new Scratch();
        var fault = Assert.Throws<InvalidInputException>(() => MaskReader.Read(Save(folder, [1, 1, 1], new(x, y, z)), Series(), default));
        Assert.Contains("mask: 5x4x3, first voxel at", fault.Message, StringComparison.Ordinal);
        Assert.Contains("series: 5x4x3, first voxel at (-10, 20, 30)", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rounded_positions_still_fit()
    {
        using var folder = new Scratch();
        AssertLabels(MaskReader.Read(Save(folder, [1, 1, 1], new(0.05, -0.05, 0.1)), Series(), default));
    }

    [Fact]
    public void Another_size_is_refused_with_both_sizes()
    {
        using var folder = new Scratch();
        var path = new NiftiBytes(Columns, Rows + 1, Slices, 2, 1).Save(folder);
        var fault = Assert.Throws<InvalidInputException>(() => MaskReader.Read(path, Series(), default));
        Assert.Contains("the mask is 5x5x3, the series is 5x4x3", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Where_one_side_has_no_place_the_order_of_the_array_counts_and_it_is_said(bool seriesHasPlace)
    {
        using var folder = new Scratch();
        var file = new NiftiBytes(Columns, Rows, Slices, 2, 1);
        Fill(file, (x, y, z) => (x, y, z));
        var path = seriesHasPlace ? file.Save(folder) : Save(folder, [1, 1, 1]);
        var mask = MaskReader.Read(path, seriesHasPlace ? Series() : Series(hasPlace: false), default);
        AssertLabels(mask);
        Assert.Equal("mask-array-order", Assert.Single(mask.Notes).Code);
    }

    [Fact]
    public void Classes_that_are_not_asked_for_become_background()
    {
        using var folder = new Scratch();
        var mask = MaskReader.Read(Save(folder, [1, 1, 1]), Series(), default).WithClasses([2, 7]);
        Assert.Equal([0, 2, 7], mask.Labels.Labels.ToArray().Distinct().Order().Select(l => (int)l));
    }

    [Fact]
    public void A_mask_that_is_not_there_is_named() =>
        Assert.Contains("nowhere.nii", Assert.Throws<InvalidInputException>(() => MaskReader.Read("/nowhere.nii", Series(), default)).Message, StringComparison.Ordinal);

    internal static ImageSeries Series(bool hasPlace = true)
    {
        var volume = new Volume(Columns, Rows, SampleFormat.UInt8, [.. Enumerable.Range(0, Slices).Select(_ => (ReadOnlyMemory<byte>)new byte[Columns * Rows])])
        {
            Geometry = hasPlace ? Geometry.Regular(Origin, new(1, 0, 0), new(0, 1, 0), 0.7, 0.8, 2.5, Slices) : null,
        };
        var origins = Enumerable.Range(0, Slices).Select(z => new SliceOrigin(0, z));
        return new ImageSeries("series", "series", "test", volume, new SourceHeaders(SourceKind.Nifti, [new byte[] { 0 }], [.. origins]), 1, []);
    }

    /// <summary>Writes the mask with its axes turned round where a sign is -1, and says so in the sform (right, front, head).</summary>
    private static string Save(Scratch folder, int[] signs, Vector3 shift = default)
    {
        var (fx, fy, fz) = (signs[0] < 0, signs[1] < 0, signs[2] < 0);
        var first = Origin + shift + new Vector3(fx ? 0.7 * (Columns - 1) : 0, fy ? 0.8 * (Rows - 1) : 0, fz ? 2.5 * (Slices - 1) : 0);
        var file = new NiftiBytes(Columns, Rows, Slices, 2, 1)
            .Sform(new(-0.7 * signs[0], 0, 0), new(0, -0.8 * signs[1], 0), new(0, 0, 2.5 * signs[2]), new(-first.X, -first.Y, first.Z));
        Fill(file, (x, y, z) => (fx ? Columns - 1 - x : x, fy ? Rows - 1 - y : y, fz ? Slices - 1 - z : z));
        return file.Save(folder);
    }

    private static void Fill(NiftiBytes file, Func<int, int, int, (int X, int Y, int Z)> place)
    {
        for (var n = 0; n < Columns * Rows * Slices; n++)
        {
            var (x, y, z) = place(n % Columns, n / Columns % Rows, n / Columns / Rows);
            file.Content[file.DataOffset + n] = Label(x, y, z);
        }
    }

    /// <summary>Different at every voxel that a mix-up could exchange.</summary>
    private static byte Label(int x, int y, int z) => (byte)(x + (Columns * y) + (Columns * Rows * z));

    private static void AssertLabels(SeriesMask mask) =>
        Assert.Equal(Enumerable.Range(0, Columns * Rows * Slices).Select(n => (byte)n), mask.Labels.Labels.ToArray());
}
