using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Cases;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Nifti;
using DiagCodec.Imaging.Phantom;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;

namespace DiagCodec.Evaluation.Tests.Bench.Cases;

public sealed class CaseSourcesTests : IDisposable
{
    private const string Labels = "1=1,2=1,*=0";

    private static readonly ModelTask Task = ModelCatalogue.Standard().Open("coronary-cta").Task;

    private readonly string _folder = Directory.CreateTempSubdirectory("diagcodec-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Phantoms_come_in_the_order_of_their_seeds_with_truth_of_the_task()
    {
        var cases = Of(Phantoms(9, 4));
        Assert.Equal(["patient-9", "patient-4"], cases.Select(c => c.Name));
        var read = cases[0].Read(CancellationToken.None);
        var (volume, labels) = CtaPhantom.Create(new PhantomOptions { Seed = 9, Slices = 6, Size = 64, SliceSpacing = 8 });
        Assert.Equal(0, read.FirstSlice);
        Assert.Equal(("patient-9", "CT"), (read.Series.Name, read.Series.Series.Modality));
        Assert.Equal(6, read.Series.Series.Headers.Origins.Length);
        for (var z = 0; z < 6; z++)
        {
            Assert.Equal(volume.SliceBytes(z), read.Series.Series.Volume.SliceBytes(z));
        }

        Assert.Equal(labels.Labels.ToArray().Select(n => n is 1 or 2 ? (byte)1 : (byte)0), read.Series.Truth.Labels.ToArray());
        Assert.Equal(read.Series.Truth.Labels.ToArray(), cases[0].Read(CancellationToken.None).Series.Truth.Labels.ToArray());
    }

    [Fact]
    public void Only_cases_that_are_named_and_taken_are_there()
    {
        var data = Phantoms(1, 2, 3) with { Cases = ["patient-3", "patient-1"] };
        var sources = CaseSources.Find(data, null);
        Assert.Equal(["patient-1", "patient-3"], sources.Names.AsEnumerable());
        Assert.Equal("patient-3", Assert.Single(sources.Of(Task, n => n != "patient-1")).Name);
    }

    [Fact]
    public void The_identity_tells_all_apart_that_gives_other_data()
    {
        var standard = Phantoms(1);
        ExperimentData[] all =
        [
            standard,
            Phantoms(2),
            standard with { Labels = "1=1,*=0" },
            standard with { Slices = 3 },
            standard with { Slices = 4 },
            standard with { Phantom = standard.Phantom! with { Size = 65 } },
            standard with { Phantom = standard.Phantom with { Slices = 7 } },
            standard with { Phantom = standard.Phantom with { SliceSpacing = 11 } },
        ];
        Assert.Equal(all.Length, all.Select(d => Of(d)[0].Identity).Distinct().Count());
        Assert.Equal(Of(standard)[0].Identity, Of(standard)[0].Identity);
    }

    [Fact]
    public void Numbers_that_are_no_class_are_told_with_the_name_of_the_case()
    {
        var fault = Assert.Throws<InvalidInputException>(() => Of(Phantoms(9) with { Labels = null })[0].Read(CancellationToken.None));
        Assert.StartsWith("patient-9: holds the number", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 0 5 9 2", 2, 2)]
    [InlineData("1 9 0 9 1", 2, 0)]
    [InlineData("0 0 0 0 0", 3, 0)]
    [InlineData("0 0 0 0 1", 1, 4)]
    [InlineData("1 2 3 4 5", 5, 0)]
    [InlineData("2 2 1 3 1", 2, 0)]
    public void The_run_of_slices_with_most_truth_is_taken_and_of_equal_ones_the_first(string voxels, int slices, int first)
    {
        WriteCase("a", [.. voxels.Split(' ').Select(int.Parse)]);
        var read = Of(new ExperimentData { Slices = slices }, _folder)[0].Read(CancellationToken.None);
        Assert.Equal(first, read.FirstSlice);
        var (volume, truth) = (read.Series.Series.Volume, read.Series.Truth);
        Assert.Equal((slices, slices, slices), (volume.Slices, truth.Slices, read.Series.Series.Headers.Origins.Length));
        var stored = new int[volume.PixelsPerSlice];
        for (var z = 0; z < slices; z++)
        {
            // Every slice says its own number in its first pixel.
            volume.ReadSlice(z, stored);
            Assert.Equal(first + z, stored[0]);
            Assert.Equal(int.Parse(voxels.Split(' ')[first + z], System.Globalization.CultureInfo.InvariantCulture), truth.Slice(z).Count((byte)1));
        }
    }

    [Fact]
    public void A_case_with_fewer_slices_than_asked_for_is_told()
    {
        WriteCase("a", [1, 2]);
        var fault = Assert.Throws<InvalidInputException>(() => Of(new ExperimentData { Slices = 3 }, _folder)[0].Read(CancellationToken.None));
        Assert.Contains("has 2 slices, the experiment takes 3", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_changes_changes_the_identity_of_its_case_alone()
    {
        WriteCase("a", [1, 2]);
        WriteCase("b", [1, 2]);
        var before = Of(new ExperimentData(), _folder);
        File.SetLastWriteTimeUtc(Path.Combine(_folder, "b", "mask.nii.gz"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var after = Of(new ExperimentData(), _folder);
        Assert.Equal(["a", "b"], after.Select(c => c.Name));
        Assert.Equal(before[0].Identity, after[0].Identity);
        Assert.NotEqual(before[1].Identity, after[1].Identity);
        Assert.DoesNotContain(_folder, before[0].Identity, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_found_is_told_in_one_line()
    {
        WriteCase("a", [1]);
        Assert.Contains("'x', 'y'", Fault(new ExperimentData { Cases = ["x", "a", "y"] }, _folder).Replace("; ", ", ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("there is no such folder", Fault(new ExperimentData(), Path.Combine(_folder, "none")), StringComparison.Ordinal);
        Assert.Throws<UsageException>(() => CaseSources.Find(new ExperimentData(), null));
        WriteCase("b,c", [1]);
        Assert.Contains("'b,c' cannot stand in a table", Fault(new ExperimentData(), _folder), StringComparison.Ordinal);
    }

    private static string Fault(ExperimentData data, string folder) => Assert.Throws<InvalidInputException>(() => CaseSources.Find(data, folder)).Message;

    private static ExperimentData Phantoms(params ReadOnlySpan<int> seeds) => new()
    {
        Phantom = new PhantomCases([.. seeds]) { Slices = 6, Size = 64, SliceSpacing = 8 },
        Labels = Labels,
    };

    private static ImmutableArray<BenchCaseSource> Of(ExperimentData data, string? folder = null) => CaseSources.Find(data, folder).Of(Task, _ => true);

    /// <summary>A case of 16x16 pixels: slice z begins with the value z and has so many voxels of truth.</summary>
    private void WriteCase(string name, int[] voxels)
    {
        const int Size = 16;
        var (image, truth) = (new byte[voxels.Length][], new byte[voxels.Length * Size * Size]);
        for (var z = 0; z < voxels.Length; z++)
        {
            var values = new int[Size * Size];
            Array.Fill(values, 900);
            (values[0], values[1]) = (z, 0);
            image[z] = new byte[2 * values.Length];
            Volume.Narrow(values, SampleFormat.Int16, image[z]);
            truth.AsSpan(z * Size * Size, voxels[z]).Fill(1);
        }

        var folder = Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;
        var volume = new Volume(Size, Size, SampleFormat.Int16, [.. image.Select(s => new ReadOnlyMemory<byte>(s))]);
        NiftiVolumeWriter.Write(Path.Combine(folder, "image.nii.gz"), volume);
        NiftiVolumeWriter.Write(Path.Combine(folder, "mask.nii.gz"), new LabelMap(Size, Size, voxels.Length, truth, null));
    }
}
