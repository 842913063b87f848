using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Dicom;

public sealed class SeriesFindingTests
{
    [Theory]
    [InlineData("0 1 2 3", "")]
    [InlineData("0 1.01 2 2.99", "")]
    [InlineData("0 1 3 4", "missing-slices")]
    [InlineData("0 1 2.4 3.4", "irregular-spacing")]
    [InlineData("0 1 1 2", "repeated-positions")]
    [InlineData("3 0 2 1", "")]
    public void Steps_between_slices_are_judged(string places, string expected)
    {
        var z = places.Split(' ');
        var findings = Read((set, slice) => set.SetText(DicomTags.ImagePositionPatient, Vr.DS, ["0", "0", z[slice]]), out var volume);
        Assert.Equal(expected, string.Join(' ', findings));
        Assert.Equal(expected == "repeated-positions", volume.Geometry is null);
    }

    [Fact]
    public void Slices_lie_along_the_normal_whatever_their_numbers_say()
    {
        Read((set, slice) => set.SetText(DicomTags.ImagePositionPatient, Vr.DS, ["0", "0", FormattableString.Invariant($"{-slice}")]), out var volume);
        Assert.Equal([-3, -2, -1, 0], volume.Geometry!.Positions.Select(p => p.Z));
    }

    [Fact]
    public void A_tilted_gantry_is_seen_in_positions_alone()
    {
        var findings = Read((set, slice) => set.SetText(DicomTags.ImagePositionPatient, Vr.DS, ["0", FormattableString.Invariant($"{0.2 * slice}"), FormattableString.Invariant($"{slice}")]), out var volume);
        Assert.Equal(["gantry-tilt"], findings);
        Assert.Equal(0.6, volume.Geometry!.Positions[3].Y, 6);
    }

    [Fact]
    public void Mixed_orientations_make_a_plain_sequence_in_instance_order()
    {
        var findings = Read(
            (set, slice) => set.SetText(DicomTags.ImageOrientationPatient, Vr.DS, slice == 2 ? ["1", "0", "0", "0", "0", "-1"] : ["1", "0", "0", "0", "1", "0"]),
            out var volume);
        Assert.Equal(["mixed-orientations"], findings);
        Assert.Null(volume.Geometry);
    }

    [Fact]
    public void Mixed_paddings_are_no_padding()
    {
        var findings = Read((set, slice) => set.SetPixelValue(DicomTags.PixelPaddingValue, slice, isSigned: false), out var volume);
        Assert.Equal(["padding-differs"], findings);
        Assert.Null(volume.Padding);
    }

    [Fact]
    public void An_overlay_in_the_pixels_is_dropped_with_its_description()
    {
        using var folder = new TemporaryFolder();
        var volume = SyntheticSeries.Volume(8, 8, 1, SampleFormat.UInt16, 12);
        SyntheticSeries.Write(
            folder.Path,
            volume,
            (set, _) => set.SetUnsigned(new DicomTag(0x6000, 0x0102), 12),
            z =>
            {
                var words = volume.SliceBytes(z).ToArray();
                words[1] |= 0x10;
                return words;
            });
        var series = SyntheticSeries.Read(folder.Path);
        Assert.Equal("overlay-in-pixels", Assert.Single(series.Findings).Code);
        SyntheticSeries.AssertSameSamples(volume, series.Volume);
        var written = SyntheticSeries.WriteBack(series, folder.File("out"), SyntheticSeries.Options)[0];
        Assert.Null(Judges.Value(written, "6000,0102"));
    }

    [Fact]
    public void Sizes_that_differ_are_refused_with_both_names()
    {
        var e = Refused((set, slice) => set.SetUnsigned(DicomTags.Rows, slice == 3 ? 4 : 8));
        Assert.Contains("slice000.dcm", e, StringComparison.Ordinal);
        Assert.Contains("slice003.dcm have different sizes ((8, 8) and (8, 4))", e, StringComparison.Ordinal);
    }

    [Fact]
    public void Copies_of_one_image_are_refused_with_both_names()
    {
        var e = Refused((set, slice) => set.SetText(DicomTags.SopInstanceUid, Vr.UI, "1.2.3"));
        Assert.Contains("same SOP Instance UID 1.2.3", e, StringComparison.Ordinal);
    }

    [Fact]
    public void Different_patients_in_one_series_are_refused_without_saying_who()
    {
        var e = Refused((set, slice) => set.SetText(DicomTags.PatientId, Vr.LO, $"SECRET{slice}"));
        Assert.Contains("different studies or patients", e, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", e, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", "1 bits allocated")]
    [InlineData("64", "64 bits allocated")]
    public void Odd_pixel_widths_are_refused_with_advice(string bits, string because) =>
        Assert.Contains(because, Refused((set, _) => set.SetUnsigned(DicomTags.BitsAllocated, int.Parse(bits, System.Globalization.CultureInfo.InvariantCulture))), StringComparison.Ordinal);

    [Fact]
    public void A_short_pixel_block_is_never_filled_up()
    {
        using var folder = new TemporaryFolder();
        SyntheticSeries.Write(folder.Path, SyntheticSeries.Volume(8, 8, 2, SampleFormat.Int16, 12), null, z => new byte[z == 1 ? 126 : 128]);
        var e = Assert.Throws<InvalidInputException>(() => SyntheticSeries.Read(folder.Path));
        Assert.Contains("slice001.dcm: is cut short: Pixel Data has 126 bytes of 128", e.Message, StringComparison.Ordinal);
    }

    private static string[] Read(Action<DicomDataSet, int> change, out Volume volume)
    {
        using var folder = new TemporaryFolder();
        SyntheticSeries.Write(folder.Path, SyntheticSeries.Volume(8, 8, 4, SampleFormat.UInt16, 12), change);
        var series = SyntheticSeries.Read(folder.Path);
        volume = series.Volume;
        return [.. series.Findings.Select(f => f.Code)];
    }

    private static string Refused(Action<DicomDataSet, int> change) =>
        Assert.Throws<InvalidInputException>(() => Read(change, out _)).Message;
}
