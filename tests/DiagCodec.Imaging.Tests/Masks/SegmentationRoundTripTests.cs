using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Tests.Dicom;
using DiagCodec.Imaging.Volumes;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Imaging.Tests.Masks;

/// <summary>What was written is read as it was, and is valid, whatever the series is like.</summary>
public sealed class SegmentationRoundTripTests
{
    [Fact]
    public void Any_size_number_of_classes_and_place_reads_back()
    {
        var cases =
            from columns in Gen.Choose(1, 19)
            from rows in Gen.Choose(1, 11)
            from slices in Gen.Choose(1, 6)
            from classes in Gen.Choose(1, 12)
            from place in Gen.Elements(Places.Keys.ToArray())
            from seed in Gen.Choose(0, int.MaxValue)
            select (columns, rows, slices, classes, place, seed);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            using var folder = new TemporaryFolder();
            var series = Segments.Series(folder, c.columns, c.rows, c.slices, Places[c.place]);
            RoundTrip(folder, series, Segments.Labels(series, c.classes, c.seed), c.classes);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    [Theory]
    [InlineData("axial")]
    [InlineData("oblique")]
    [InlineData("tilted gantry")]
    [InlineData("uneven")]
    [InlineData("feet last")]
    public void Validators_find_no_error_and_positions_are_the_series_own(string place)
    {
        using var folder = new TemporaryFolder();
        var series = Segments.Series(folder, 11, 7, 5, Places[place]);
        var path = RoundTrip(folder, series, Segments.Labels(series, 255, 5), 255);
        Assert.Empty(Judges.Errors(path));
        var geometry = series.Volume.Geometry!;
        foreach (var frame in Segments.Parse(path).Items(DicomTags.PerFrameFunctionalGroupsSequence))
        {
            var at = frame.FirstItem(DicomTags.PlanePositionSequence)!.Numbers(DicomTags.ImagePositionPatient);
            Assert.Contains(new Vector3(at[0], at[1], at[2]), geometry.Positions);
        }

        Assert.Equal(place == "uneven", Judges.Run("dcmdump", ["-q", path]).Contains("SpacingBetweenSlices", StringComparison.Ordinal) is false);
    }

    [Fact]
    public void Slices_without_a_volume_are_found_by_the_images_that_frames_name()
    {
        using var folder = new TemporaryFolder();
        var repeated = Segments.Series(folder, 9, 7, 4, g => g with { Positions = [g.Positions[0], g.Positions[1], g.Positions[0], g.Positions[1]] });
        Assert.Null(repeated.Volume.Geometry);
        Assert.Empty(Judges.Errors(RoundTrip(folder, repeated, Segments.Labels(repeated, 3, 1), 3)));

        var placeless = Segments.Series(folder, 9, 7, 4, change: (set, _) => set.Remove(DicomTags.FrameOfReferenceUid));
        var path = RoundTrip(folder, placeless, Segments.Labels(placeless, 3, 1), 3);
        Assert.Null(Judges.Value(path, "0020,0052"));
        Assert.Empty(Judges.Errors(path));
    }

    [SkippableTheory]
    [InlineData("siemens_multiframe.dcm")]
    [InlineData("hyperfine_multiframe.dcm")]
    [InlineData("failing_gantrytilting_001")]
    [InlineData("failing_sliceincrement_001")]
    [InlineData("failing_notavolume_001")]
    public void Odd_real_series_read_back(string name)
    {
        using var folder = new TemporaryFolder();
        var data = RealData.Require("dicom-odd", "dicom2nifti", name);
        var series = SeriesReader.Read(data, null, default);
        var path = RoundTrip(folder, series, Segments.Labels(series, 4, 1), 4);
        Assert.Empty(Judges.NewErrors(File.Exists(data) ? data : Directory.GetFiles(data)[0], path));
    }

    [SkippableFact]
    public void A_real_chest_and_its_bones_and_air_read_back()
    {
        using var folder = new TemporaryFolder();
        var series = SeriesReader.Read(RealData.ChestCt, null, default);
        var volume = series.Volume;
        var labels = new byte[volume.PixelsPerSlice * volume.Slices];
        var stored = new int[volume.PixelsPerSlice];
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.ReadSlice(z, stored);
            for (var i = 0; i < stored.Length; i++)
            {
                labels[(z * stored.Length) + i] = (byte)(stored[i] > 1200 ? 1 : stored[i] is > 0 and < 200 && z > 40 ? 2 : 0);
            }
        }

        var path = RoundTrip(folder, series, new(volume.Columns, volume.Rows, volume.Slices, labels, volume.Geometry), 3);
        Assert.Empty(Judges.Errors(path));
        Assert.Equal("119", Judges.Value(path, "0028,0008"));
        Assert.Equal("0.78125\\0.78125", Judges.Value(path, "0028,0030"));
    }

    [SkippableFact]
    public void A_real_segmentation_written_anew_has_the_same_voxels_at_the_same_places()
    {
        using var folder = new TemporaryFolder();
        var data = RealData.Require("ct-seg-dicom-dcmqi");
        var series = SeriesReader.Read(Path.Combine(data, "ct-3slice"), null, default);
        var labels = MaskReader.Read(Path.Combine(data, "liver.dcm"), series, default).Labels;
        var path = RoundTrip(folder, series, labels, 1);
        Assert.Empty(Judges.Errors(path));

        var (theirs, ours) = (Segments.Parse(Path.Combine(data, "liver.dcm")), Segments.Parse(path));
        Assert.Equal(Sorted(theirs), Sorted(ours));

        static (string Source, double Z)[] Sorted(DicomDataSet set) => [.. set.Items(DicomTags.PerFrameFunctionalGroupsSequence)
            .Select(f => (
                f.FirstItem(DicomTags.DerivationImageSequence)!.FirstItem(DicomTags.SourceImageSequence)!.Text(DicomTags.ReferencedSopInstanceUid)!,
                Math.Round(f.FirstItem(DicomTags.PlanePositionSequence)!.Numbers(DicomTags.ImagePositionPatient)[2], 3)))
            .Order()];
    }

    private static readonly Dictionary<string, Func<Geometry, Geometry>> Places = new()
    {
        ["axial"] = g => g,
        ["oblique"] = g => Geometry.Regular(g.Positions[0], new Vector3(2, 1, -0.5).Normalised(), new Vector3(0.25, 0.5, 2).Normalised(), 0.9, 0.4, 3.3, g.Positions.Length),
        ["tilted gantry"] = g => g with { Positions = [.. g.Positions.Select((p, z) => p + ((0.3 * z) * g.ColumnDirection))] },
        ["uneven"] = g => g with { Positions = [.. g.Positions.Select((p, z) => p + ((0.4 * z * z) * g.Normal))] },
        ["feet last"] = g => g with { Positions = [.. g.Positions.Reverse()] },
    };

    private static string RoundTrip(TemporaryFolder folder, ImageSeries series, LabelMap labels, int classes)
    {
        var path = folder.File($"seg-{Guid.NewGuid():N}.dcm");
        SegmentationWriter.Write(path, labels, series, Segments.Options(classes));
        SegmentationWriterTests.AssertReadsBack(labels, path, series);
        return path;
    }
}
