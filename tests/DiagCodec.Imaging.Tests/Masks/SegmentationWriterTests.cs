using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Phantom;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Tests.Dicom;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Masks;

/// <summary>What is written, judged by others' programs and by hand.</summary>
public sealed class SegmentationWriterTests
{
    [Fact]
    public void A_phantom_and_its_truth_make_a_valid_segmentation_that_reads_back()
    {
        using var folder = new TemporaryFolder();
        PhantomSeriesWriter.Write(folder.Path, 1, new PhantomOptions { Size = 63, Slices = 5, SliceSpacing = 4, Seed = 3 }, DicomOutputSyntax.ExplicitLittleEndian, "0.1.0", null, default);
        var dicom = folder.File(PhantomSeriesWriter.DicomFolder);
        var series = SyntheticSeries.Read(dicom);
        var labels = MaskReader.Read(folder.File(PhantomSeriesWriter.LabelFile), series, default).Labels;
        var path = folder.File("seg.dcm");
        SegmentationWriter.Write(path, labels, series, Segments.Options(5));

        Assert.Empty(Judges.Errors(path));
        AssertReadsBack(labels, path, series);
        var source = folder.File($"{PhantomSeriesWriter.DicomFolder}/IM00001.dcm");
        foreach (var tag in (string[])["0010,0010", "0010,0020", "0010,0040", "0020,000d", "0020,0052", "0008,0020", "0008,1030"])
        {
            Assert.Equal(Judges.Value(source, tag), Judges.Value(path, tag));
        }

        foreach (var (tag, value) in ((string, string)[])[
            ("0008,0016", "=SegmentationStorage"), ("0008,0060", "SEG"), ("0008,0070", "diagcodec"), ("0018,1020", "0.1.0"), ("0062,0001", "BINARY"),
            ("0028,2110", "00"), ("0070,0080", "SEGMENTATION"), ("0070,0084", "diagcodec^"), ("0008,0023", "20250203"), ("0008,0033", "040506"), ("0020,0011", "1000")])
        {
            Assert.Equal(value, Judges.Value(path, tag));
        }

        var set = Segments.Parse(path);
        Assert.Equal(series.Id, set.FirstItem(DicomTags.ReferencedSeriesSequence)!.Text(DicomTags.SeriesInstanceUid));
        Assert.NotEqual(series.Id, set.Text(DicomTags.SeriesInstanceUid));
        Assert.Equal(5, set.FirstItem(DicomTags.ReferencedSeriesSequence)!.Items(DicomTags.ReferencedInstanceSequence).Count);
        Assert.DoesNotContain("Error", Judges.Run("dcentvfy", [.. Directory.GetFiles(dicom), path], mayFail: true), StringComparison.Ordinal);
        Assert.Contains("(63,63,", Judges.Run("gdcminfo", [path]), StringComparison.Ordinal);
    }

    [Fact]
    public void Bits_frames_and_indices_are_the_ones_made_by_hand()
    {
        using var folder = new TemporaryFolder();
        var series = Segments.Series(folder, 3, 3, 4);

        // Class 1 on slice 1, class 3 on slices 1 and 3: three frames of nine bits.
        var labels = new byte[36];
        (labels[9], labels[17], labels[13], labels[27], labels[28]) = (1, 1, 3, 3, 3);
        var path = folder.File("seg.dcm");
        SegmentationWriter.Write(path, new LabelMap(3, 3, 4, labels, null), series, Segments.Options(3));
        var set = Segments.Parse(path);

        Assert.Equal(3, set.Integer(DicomTags.NumberOfFrames));
        Assert.Equal(3, set.Items(DicomTags.SegmentSequence).Count);

        // 100000001 000010000 110000000, lowest bit first: 00000001 00100001 00001100 00000000.
        Assert.Equal([0x01, 0x21, 0x0C, 0x00], set.Find(DicomTags.PixelData)!.Value.ToArray());
        var frames = set.Items(DicomTags.PerFrameFunctionalGroupsSequence);
        Assert.Equal([1, 3, 3], frames.Select(f => f.FirstItem(DicomTags.SegmentIdentificationSequence)!.Integer(DicomTags.ReferencedSegmentNumber)!.Value));
        Assert.Equal(
            ["1-1", "2-1", "2-2"],
            frames.Select(f => f.FirstItem(DicomTags.FrameContentSequence)!.Find(DicomTags.DimensionIndexValues)!.Value.ToArray()).Select(v => $"{v[0]}-{v[4]}"));
        Assert.Equal(
            [1, 1, 3],
            frames.Select(f => Array.IndexOf(Segments.SopInstances(series), f.FirstItem(DicomTags.DerivationImageSequence)!.FirstItem(DicomTags.SourceImageSequence)!.Text(DicomTags.ReferencedSopInstanceUid))));
        Assert.Equal(
            series.Volume.Geometry!.Positions[3].Z,
            frames[2].FirstItem(DicomTags.PlanePositionSequence)!.Numbers(DicomTags.ImagePositionPatient)[2]);
        Assert.Empty(Judges.Errors(path));
    }

    [Fact]
    public void Segments_say_what_their_classes_are()
    {
        using var folder = new TemporaryFolder();
        var series = Segments.Series(folder, 5, 4, 2);
        var path = folder.File("seg.dcm");
        var heart = Segments.Class(1) with
        {
            Name = "Left ventricle",
            Type = new CodedTerm("87878005", "SCT", "Left ventricle"),
            Colour = new CieLab(50, 0, -128),
        };
        SegmentationWriter.Write(path, Segments.Labels(series, 1, 7), series, Segments.Options(1) with { Classes = [heart] });
        var segment = Assert.Single(Segments.Parse(path).Items(DicomTags.SegmentSequence));
        Assert.Equal("Left ventricle", segment.Text(DicomTags.SegmentLabel));
        Assert.Equal("87878005", segment.FirstItem(DicomTags.SegmentedPropertyTypeCodeSequence)!.Text(DicomTags.CodeValue));
        Assert.Equal("AUTOMATIC", segment.Text(DicomTags.SegmentAlgorithmType));
        Assert.Equal("2.1", segment.FirstItem(DicomTags.SegmentationAlgorithmIdentificationSequence)!.Text(DicomTags.AlgorithmVersion));

        // Half of 65535 rounded to even, the middle of -128 to 127 that stands for 0 (PS3.3 C.10.7.1.1), and the lowest.
        Assert.Equal(new byte[] { 0x00, 0x80, 0x80, 0x80, 0x00, 0x00 }, segment.Find(DicomTags.RecommendedDisplayCieLabValue)!.Value.ToArray());
        Assert.Empty(Judges.Errors(path));
    }

    [Fact]
    public void Background_alone_gets_one_frame_without_voxels()
    {
        using var folder = new TemporaryFolder();
        var series = Segments.Series(folder, 5, 3, 4);
        var path = folder.File("seg.dcm");
        var labels = new LabelMap(5, 3, 4, new byte[60], null);
        SegmentationWriter.Write(path, labels, series, Segments.Options(2));
        Assert.Equal("1", Judges.Value(path, "0028,0008"));
        Assert.Empty(Judges.Errors(path));
        AssertReadsBack(labels, path, series);
    }

    [Fact]
    public void Uids_follow_from_what_is_said_but_not_from_the_time()
    {
        using var folder = new TemporaryFolder();
        var series = Segments.Series(folder, 6, 5, 2);
        var options = Segments.Options(2);
        (byte[] Bytes, string? Series, string? Instance) Written(string name, int seed, SegmentationWriteOptions how)
        {
            SegmentationWriter.Write(folder.File(name), Segments.Labels(series, 2, seed), series, how);
            var set = Segments.Parse(folder.File(name));
            return (File.ReadAllBytes(folder.File(name)), set.Text(DicomTags.SeriesInstanceUid), set.Text(DicomTags.SopInstanceUid));
        }

        var (first, again) = (Written("a", 1, options), Written("b", 1, options));
        Assert.Equal(first.Bytes, again.Bytes);
        var later = Written("c", 1, options with { CreatedAt = options.CreatedAt.AddDays(1) });
        Assert.Equal((first.Series, first.Instance), (later.Series, later.Instance));
        var others = new[] { first, Written("d", 2, options), Written("e", 1, options with { Classes = [options.Classes[0] with { Name = "Other" }, options.Classes[1]] }) };
        Assert.Equal(6, others.SelectMany(o => (string?[])[o.Series, o.Instance]).Distinct().Count());
        Assert.All(others, o => Assert.Matches(@"^2\.25\.[1-9]\d{1,38}$", o.Instance));
    }

    [Fact]
    public void A_lossy_source_makes_a_lossy_segmentation()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("lossy"));
        SyntheticSeries.Write(folder.File("lossy"), SyntheticSeries.Volume(8, 8, 2, SampleFormat.Int16, 16), (set, z) =>
        {
            set.SetText(DicomTags.LossyImageCompression, Vr.CS, z == 0 ? "00" : "01");
            if (z == 1)
            {
                set.SetText(DicomTags.LossyImageCompressionRatio, Vr.DS, "12.5");
                set.SetText(DicomTags.LossyImageCompressionMethod, Vr.CS, "ISO_23008_2");
            }
        });
        var series = SyntheticSeries.Read(folder.File("lossy"));
        var path = folder.File("seg.dcm");
        SegmentationWriter.Write(path, Segments.Labels(series, 1, 1), series, Segments.Options(1));
        Assert.Equal(("01", "12.5", "ISO_23008_2"), (Judges.Value(path, "0028,2110"), Judges.Value(path, "0028,2112"), Judges.Value(path, "0028,2114")));
        Assert.Empty(Judges.Errors(path));
    }

    [Fact]
    public void What_cannot_be_written_is_refused_with_every_reason_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        var series = Segments.Series(folder, 5, 3, 4);
        var (labels, options, path) = (Segments.Labels(series, 3, 1), Segments.Options(3), folder.File("seg.dcm"));
        Refused<UsageException>("is of class 3, and classes 1 to 2 are described", labels, series, Segments.Options(2));
        Refused<UsageException>("class numbers are 1, 3", labels, series, options with { Classes = [options.Classes[0], options.Classes[2]] });
        Refused<UsageException>("class numbers are none, expected", labels, series, options with { Classes = [] });
        Refused<UsageException>("this is Nifti; write the label map as NIfTI", new LabelMap(5, 4, 3, new byte[60], null), NiftiMaskTests.Series(), options);
        Refused<ArgumentException>("5x3x4 expected, found 5x3x3", labels with { Slices = 3 }, series, options);
        var bad = options with { ContentLabel = "lower", SoftwareVersion = "", Classes = [options.Classes[0] with { Name = "Herz\\Ü", Colour = new(101, 0, 0) }] };
        foreach (var words in (string[])["content label is 'lower'", "software version is ''", "name of class 1 is 'Herz\\Ü'", "colour of class 1 is (101, 0, 0)"])
        {
            Refused<UsageException>(words, labels, series, bad);
        }

        Assert.Throws<OperationCanceledException>(() => SegmentationWriter.Write(path, labels, series, options, cancellation: new CancellationToken(true)));
        Assert.Empty(Directory.GetFiles(folder.Path));
        SegmentationWriter.Write(path, labels, series, options);
        Assert.Contains("is there already", Assert.Throws<OutputException>(() => SegmentationWriter.Write(path, labels, series, options)).Message, StringComparison.Ordinal);
        SegmentationWriter.Write(path, labels, series, options, overwrite: true);

        void Refused<T>(string words, LabelMap what, ImageSeries on, SegmentationWriteOptions how)
            where T : Exception
        {
            var fault = Assert.Throws<T>(() => SegmentationWriter.Write(path, what, on, how));
            Assert.Contains(words, fault.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', fault.Message);
        }
    }

    [Fact]
    public void A_series_without_a_uid_is_refused()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("s"));
        SyntheticSeries.Write(folder.File("s"), SyntheticSeries.Volume(5, 3, 2, SampleFormat.Int16, 16), (set, _) => set.Remove(DicomTags.StudyInstanceUid));
        var series = SyntheticSeries.Read(folder.File("s"));
        var fault = Assert.Throws<InvalidInputException>(() => SegmentationWriter.Write(folder.File("seg.dcm"), Segments.Labels(series, 1, 1), series, Segments.Options(1)));
        Assert.Contains("has no Study Instance UID", fault.Message, StringComparison.Ordinal);
    }

    internal static void AssertReadsBack(LabelMap labels, string path, ImageSeries series)
    {
        var mask = MaskReader.Read(path, series, default);
        Assert.True(labels.Labels.Span.SequenceEqual(mask.Labels.Labels.Span), "the label map that was read is not the one written");
        Assert.Empty(mask.Notes);
    }
}
