using System.Globalization;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Tests.Dicom;
using DiagCodec.Imaging.Tests.Nifti;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Masks;

/// <summary>DICOM Segmentations of a series of 5 x 3 x 4, so that no frame begins at a byte.</summary>
public sealed class SegmentationTests
{
    private const string Storage = "1.2.840.10008.5.1.4.1.1.66.4";

    [SkippableFact]
    public void A_real_segmentation_has_its_107098_voxels_on_three_slices()
    {
        var data = RealData.Require("ct-seg-dicom-dcmqi");
        var series = SeriesReader.Read(Path.Combine(data, "ct-3slice"), null, default);
        var mask = MaskReader.Read(Path.Combine(data, "liver.dcm"), series, default);
        var counts = Enumerable.Range(0, 3).Select(z => mask.Labels.Slice(z).ToArray().Count(l => l == 1)).ToArray();
        Assert.Equal(107098, counts.Sum());
        Assert.All(counts, c => Assert.InRange(c, 30000, 40000));
        Assert.Empty(mask.Notes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Frames_find_their_slices_by_position_in_any_order(bool binary)
    {
        using var folder = new Scratch();
        var series = MakeSeries(folder);
        var mask = MaskReader.Read(Save(folder, binary, [(2, 1), (0, 1)], Positions(series)), series, default);
        for (var z = 0; z < 4; z++)
        {
            Assert.Equal(z is 0 or 2 ? [.. Pattern(z).Select(b => b ? 1 : 0)] : new int[15], mask.Labels.Slice(z).ToArray().Select(l => (int)l));
        }
    }

    [Fact]
    public void Without_positions_the_named_images_count()
    {
        using var folder = new Scratch();
        var series = MakeSeries(folder);
        var uids = series.Headers.Files.Select(f => DicomFile.Parse(f, new Imaging.Dicom.Gdcm.GdcmLibrary()).DataSet.Text(DicomTags.SopInstanceUid)!).ToArray();
        var mask = MaskReader.Read(Save(folder, true, [(3, 1)], (frame, set) => Name(frame, uids[3])), series, default);
        Assert.Equal(Pattern(3).Count(b => b), mask.Labels.Slice(3).ToArray().Count(l => l == 1));
    }

    [Fact]
    public void Segment_numbers_are_the_classes_and_overlaps_are_said()
    {
        using var folder = new Scratch();
        var series = MakeSeries(folder);
        var mask = MaskReader.Read(Save(folder, true, [(1, 4), (1, 2), (2, 2)], Positions(series)), series, default);
        Assert.Equal([0, 4], mask.Labels.Slice(1).ToArray().Distinct().Order().Select(l => (int)l));
        Assert.Equal([0, 2], mask.Labels.Slice(2).ToArray().Distinct().Order().Select(l => (int)l));
        Assert.Equal("mask-overlap", Assert.Single(mask.Notes).Code);
    }

    [Fact]
    public void Faults_are_refused_with_a_reason()
    {
        using var folder = new Scratch();
        var series = MakeSeries(folder);
        Refused("does not lie on the series", Save(folder, true, [(1, 1)], (frame, z) => Place(frame, new Vector3(500, 0, 0))));
        Refused("names no image of the series", Save(folder, true, [(1, 1)], (_, _) => { }));
        Refused("cut short", Save(folder, true, [(1, 1), (2, 1)], Positions(series), set => set.Set(new DicomElement(DicomTags.PixelData, Vr.OB, new byte[2]))));
        Refused("type LABELMAP", Save(folder, true, [(1, 1)], Positions(series), set => set.SetText(DicomTags.SegmentationType, Vr.CS, "LABELMAP")));
        Refused("frames of 4x3, the series has slices of 5x3", Save(folder, true, [(1, 1)], Positions(series), set => set.SetUnsigned(DicomTags.Columns, 4)));
        Refused("no DICOM Segmentation", Directory.GetFiles(folder.File("series"))[0]);

        void Refused(string words, string path) =>
            Assert.Contains(words, Assert.Throws<InvalidInputException>(() => MaskReader.Read(path, series, default)).Message, StringComparison.Ordinal);
    }

    private static ImageSeries MakeSeries(Scratch folder)
    {
        var path = folder.File("series");
        Directory.CreateDirectory(path);
        SyntheticSeries.Write(path, SyntheticSeries.Volume(5, 3, 4, SampleFormat.Int16, 16));
        return SyntheticSeries.Read(path);
    }

    private static bool[] Pattern(int slice) => [.. Enumerable.Range(0, 15).Select(i => (i * (slice + 3)) % 7 < 2)];

    private static Action<DicomDataSet, int> Positions(ImageSeries series) => (frame, slice) => Place(frame, series.Volume.Geometry!.Positions[slice]);

    private static void Place(DicomDataSet frame, Vector3 p)
    {
        var (position, orientation, measures) = (new DicomDataSet(), new DicomDataSet(), new DicomDataSet());
        position.SetText(DicomTags.ImagePositionPatient, Vr.DS, [.. ((double[])[p.X, p.Y, p.Z]).Select(v => v.ToString(CultureInfo.InvariantCulture))]);
        orientation.SetText(DicomTags.ImageOrientationPatient, Vr.DS, "1", "0", "0", "0", "1", "0");
        measures.SetText(DicomTags.PixelSpacing, Vr.DS, "0.8", "0.7");
        frame.SetItems(DicomTags.PlanePositionSequence, position);
        frame.SetItems(DicomTags.PlaneOrientationSequence, orientation);
        frame.SetItems(DicomTags.PixelMeasuresSequence, measures);
    }

    private static void Name(DicomDataSet frame, string uid)
    {
        var (derivation, source) = (new DicomDataSet(), new DicomDataSet());
        source.SetText(DicomTags.ReferencedSopInstanceUid, Vr.UI, uid);
        derivation.SetItems(DicomTags.SourceImageSequence, source);
        frame.SetItems(DicomTags.DerivationImageSequence, derivation);
    }

    private static string Save(
        Scratch folder, bool binary, (int Slice, int Segment)[] frames, Action<DicomDataSet, int> describe, Action<DicomDataSet>? change = null)
    {
        var set = new DicomDataSet();
        set.SetText(DicomTags.SopClassUid, Vr.UI, Storage);
        set.SetText(DicomTags.SopInstanceUid, Vr.UI, "1.2.3.4");
        set.SetUnsigned(DicomTags.SamplesPerPixel, 1);
        set.SetText(DicomTags.PhotometricInterpretation, Vr.CS, "MONOCHROME2");
        set.SetText(DicomTags.NumberOfFrames, Vr.IS, frames.Length.ToString(CultureInfo.InvariantCulture));
        set.SetUnsigned(DicomTags.Rows, 3);
        set.SetUnsigned(DicomTags.Columns, 5);
        set.SetUnsigned(DicomTags.BitsAllocated, binary ? 1 : 8);
        set.SetUnsigned(DicomTags.BitsStored, binary ? 1 : 8);
        set.SetUnsigned(DicomTags.HighBit, binary ? 0 : 7);
        set.SetUnsigned(DicomTags.PixelRepresentation, 0);
        set.SetText(DicomTags.SegmentationType, Vr.CS, binary ? "BINARY" : "FRACTIONAL");
        set.SetItems(DicomTags.PerFrameFunctionalGroupsSequence, frames.Select(f => Frame(f, describe)));
        set.Set(new DicomElement(DicomTags.PixelData, Vr.OB, Pixels(binary, [.. frames.SelectMany(f => Pattern(f.Slice))])));
        change?.Invoke(set);
        var path = folder.File($"seg-{Guid.NewGuid():N}.dcm");
        SyntheticSeries.WriteFile(path, set);
        return path;
    }

    private static DicomDataSet Frame((int Slice, int Segment) f, Action<DicomDataSet, int> describe)
    {
        var (frame, segment) = (new DicomDataSet(), new DicomDataSet());
        segment.SetUnsigned(DicomTags.ReferencedSegmentNumber, f.Segment);
        frame.SetItems(DicomTags.SegmentIdentificationSequence, segment);
        describe(frame, f.Slice);
        return frame;
    }

    private static byte[] Pixels(bool binary, bool[] foreground)
    {
        var bytes = new byte[binary ? (foreground.Length + 15) / 16 * 2 : (foreground.Length + 1) / 2 * 2];
        for (var i = 0; i < foreground.Length; i++)
        {
            if (binary)
            {
                bytes[i / 8] |= (byte)(foreground[i] ? 1 << (i % 8) : 0);
            }
            else
            {
                bytes[i] = (byte)(foreground[i] ? 40 : 0);
            }
        }

        return bytes;
    }
}
