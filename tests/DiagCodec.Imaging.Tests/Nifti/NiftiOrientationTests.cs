using DiagCodec.Imaging.Nifti;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Nifti;

public sealed class NiftiOrientationTests
{
    private static readonly Vector3 Origin = new(-17.5, 31.25, 8);

    /// <summary>Voxel sizes that differ, so that no exchange of axes goes unseen.</summary>
    private static readonly double[] Sizes = [0.5, 0.75, 3];

    public static TheoryData<int, int> PermutationsAndFlips()
    {
        var data = new TheoryData<int, int>();
        for (var permutation = 0; permutation < 6; permutation++)
        {
            for (var flips = 0; flips < 8; flips++)
            {
                data.Add(permutation, flips);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(PermutationsAndFlips))]
    public void Sform_puts_every_voxel_where_the_affine_says(int permutation, int flips)
    {
        using var scratch = new Scratch();
        var (i, j, k) = Axes(permutation, flips);
        var file = new NiftiBytes(3, 4, 5, 4, 2).Sform(i, j, k, Origin);
        AssertPlaces(NiftiReader.Read(file.Save(scratch)).Volume.Geometry!, i, j, k, Origin);
    }

    [Theory]
    [MemberData(nameof(PermutationsAndFlips))]
    public void Written_headers_put_every_voxel_there_too_by_sform_and_by_qform_alone(int permutation, int flips)
    {
        using var scratch = new Scratch();
        var (i, j, k) = Axes(permutation, flips);
        var geometry = new Geometry(
            Lps(i).Normalised(),
            Lps(j).Normalised(),
            i.Length,
            j.Length,
            [.. Enumerable.Range(0, 5).Select(z => Lps(Origin + (z * k)))]);
        var volume = new Volume(3, 4, SampleFormat.Int16, [.. Enumerable.Range(0, 5).Select(_ => (ReadOnlyMemory<byte>)new byte[24])]) { Geometry = geometry };
        var path = scratch.File("v.nii");
        NiftiVolumeWriter.Write(path, volume);
        AssertPlaces(NiftiReader.Read(path).Volume.Geometry!, i, j, k, Origin);

        // Without the sform, the qform has to say the same, mirrored axes (qfac -1) included.
        var bytes = File.ReadAllBytes(path);
        bytes[254] = 0;
        Assert.Equal(1, bytes[252]);
        bytes.AsSpan(280, 48).Clear();
        File.WriteAllBytes(path, bytes);
        var read = NiftiReader.Read(path);
        Assert.Empty(read.Findings);
        AssertPlaces(read.Volume.Geometry!, i, j, k, Origin);
    }

    [Theory]
    [InlineData(0, 0, 0, 1, 1f, "1 0 0", "0 1 0", "0 0 1")]
    [InlineData(0, 0, 1, 0, 1f, "-1 0 0", "0 -1 0", "0 0 1")] // half a turn about z
    [InlineData(0, 1, 0, 0, 1f, "-1 0 0", "0 1 0", "0 0 -1")]
    [InlineData(0.5, 0.5, 0.5, 0.5, 1f, "0 1 0", "0 0 1", "1 0 0")] // x to y, y to z, z to x
    [InlineData(0, 0, 0, 1, -1f, "1 0 0", "0 1 0", "0 0 -1")]
    public void Qform_by_hand(double b, double c, double d, double a, float qfac, string i, string j, string k)
    {
        Assert.Equal(1, (a * a) + (b * b) + (c * c) + (d * d), 1e-9);
        using var scratch = new Scratch();
        var file = new NiftiBytes(3, 4, 5, 4, 2).Put(252, (short)1).Put(76, qfac)
            .Put(80, (float)Sizes[0]).Put(84, (float)Sizes[1]).Put(88, (float)Sizes[2])
            .Put(256, (float)b).Put(260, (float)c).Put(264, (float)d)
            .Put(268, (float)Origin.X).Put(272, (float)Origin.Y).Put(276, (float)Origin.Z);
        var geometry = NiftiReader.Read(file.Save(scratch)).Volume.Geometry!;
        AssertPlaces(geometry, Sizes[0] * Parse(i), Sizes[1] * Parse(j), Sizes[2] * Parse(k), Origin);
    }

    [Fact]
    public void Oblique_and_tilted_stacks_come_back_and_a_tilt_has_no_qform()
    {
        using var scratch = new Scratch();
        var row = new Vector3(0.9, 0.3, -0.2).Normalised();
        var column = row.Cross(new Vector3(0.1, -0.4, 0.8)).Normalised();
        var oblique = Geometry.Regular(new(10, -20, 30), row, column, 0.4, 0.6, 1.25, 4);
        var tilted = oblique with { Positions = [.. oblique.Positions.Select((p, z) => p + (0.3 * z * column))] };
        foreach (var (geometry, qform) in new[] { (oblique, 1), (tilted, 0) })
        {
            var path = scratch.File($"q{qform}.nii");
            NiftiVolumeWriter.Write(path, new LabelMap(2, 3, 4, new byte[24], geometry));
            Assert.Equal(qform, File.ReadAllBytes(path)[252]);
            AssertSame(geometry, NiftiReader.Read(path).Volume.Geometry!);
        }
    }

    [Fact]
    public void Units_other_than_millimetres_are_converted()
    {
        using var scratch = new Scratch();
        var file = new NiftiBytes(2, 2, 2, 4, 2).Sform(new(0.001, 0, 0), new(0, 0.002, 0), new(0, 0, 0.003), new(0.01, 0, 0));
        file.Content[123] = 1;
        var geometry = NiftiReader.Read(file.Save(scratch)).Volume.Geometry!;
        Assert.Equal(2, geometry.RowSpacing, 1e-5);
        Assert.Equal(-10, geometry.Positions[0].X, 1e-5);
    }

    [Fact]
    public void Sform_wins_over_a_different_qform_and_says_so()
    {
        using var scratch = new Scratch();
        var file = new NiftiBytes(3, 4, 5, 4, 2).Sform(new(2, 0, 0), new(0, 2, 0), new(0, 0, 2), Origin).Put(252, (short)1);
        var series = NiftiReader.Read(file.Save(scratch));
        Assert.Equal(2, series.Volume.Geometry!.ColumnSpacing, 1e-6);
        Assert.Equal("orientation-conflict", Assert.Single(series.Findings).Code);
    }

    [Fact]
    public void A_header_without_orientation_is_read_with_a_finding()
    {
        using var scratch = new Scratch();
        var series = NiftiReader.Read(new NiftiBytes(3, 4, 5, 4, 2).Save(scratch));
        Assert.Equal("unknown-orientation", Assert.Single(series.Findings).Code);
    }

    internal static void AssertSame(Geometry expected, Geometry actual)
    {
        Assert.Equal(expected.ColumnSpacing, actual.ColumnSpacing, 1e-5);
        Assert.Equal(expected.RowSpacing, actual.RowSpacing, 1e-5);
        Assert.True((expected.RowDirection - actual.RowDirection).Length < 1e-5);
        Assert.True((expected.ColumnDirection - actual.ColumnDirection).Length < 1e-5);
        Assert.Equal(expected.Positions.Length, actual.Positions.Length);
        Assert.All(expected.Positions.Zip(actual.Positions), p => Assert.True((p.First - p.Second).Length < 1e-3));
    }

    private static (Vector3 I, Vector3 J, Vector3 K) Axes(int permutation, int flips)
    {
        Vector3[] world = [new(1, 0, 0), new(0, 1, 0), new(0, 0, 1)];
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        var axes = Enumerable.Range(0, 3).Select(a => ((flips >> a & 1) == 0 ? 1 : -1) * Sizes[a] * world[orders[permutation][a]]).ToArray();
        return (axes[0], axes[1], axes[2]);
    }

    private static void AssertPlaces(Geometry geometry, Vector3 i, Vector3 j, Vector3 k, Vector3 origin)
    {
        for (var z = 0; z < 5; z++)
        {
            for (var r = 0; r < 4; r++)
            {
                for (var c = 0; c < 3; c++)
                {
                    var expected = Lps(origin + (c * i) + (r * j) + (z * k));
                    var actual = geometry.Positions[z] + (c * geometry.ColumnSpacing * geometry.RowDirection) + (r * geometry.RowSpacing * geometry.ColumnDirection);
                    Assert.True((expected - actual).Length < 1e-4, $"voxel ({c}, {r}, {z}): expected {expected}, found {actual}");
                }
            }
        }
    }

    private static Vector3 Lps(Vector3 ras) => new(-ras.X, -ras.Y, ras.Z);

    private static Vector3 Parse(string text)
    {
        var numbers = text.Split(' ').Select(double.Parse).ToArray();
        return new(numbers[0], numbers[1], numbers[2]);
    }
}
