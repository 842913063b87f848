using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Dicom.DataSets;
using DiagCodec.Imaging.Dicom.Pixels;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Imaging.Tests.Dicom;

public sealed class RoundTripTests
{
    [Theory]
    [InlineData(DicomOutputSyntax.ExplicitLittleEndian, 25)]
    [InlineData(DicomOutputSyntax.JpegLs, 40)]
    [InlineData(DicomOutputSyntax.Jpeg2000, 40)]
    public void Every_sign_and_number_of_bits_comes_back_exactly(DicomOutputSyntax syntax, int runs)
    {
        var bytes = syntax == DicomOutputSyntax.ExplicitLittleEndian ? Gen.Elements(1, 2, 4) : Gen.Elements(1, 2);
        var smallest = syntax == DicomOutputSyntax.ExplicitLittleEndian ? 1 : 32;
        var cases =
            from width in bytes
            from stored in Gen.Choose(Math.Max(2, (8 * width) - 7), 8 * width)
            from high in Gen.Choose(stored - 1, (8 * width) - 1)
            from signed in Gen.Elements(true, false)
            from columns in Gen.Choose(smallest, smallest + 19)
            from rows in Gen.Choose(smallest, smallest + 13)
            from seed in Gen.Choose(0, 10000)
            select (width, stored: Math.Min(stored, signed ? 32 : 31), high, signed, columns, rows, seed);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            using var folder = new TemporaryFolder();
            var volume = SyntheticSeries.Volume(c.columns, c.rows, 2, SampleFormats.Of(c.width, c.signed), c.stored, c.seed);
            var layout = new PixelLayout(c.columns, c.rows, 1, 8 * c.width, c.stored, c.high, c.signed, false);
            SyntheticSeries.Write(
                folder.Path,
                volume,
                (set, _) => set.SetUnsigned(DicomTags.HighBit, c.high),
                z => Words(volume, z, layout));

            var series = SyntheticSeries.Read(folder.Path);
            SyntheticSeries.AssertSameSamples(volume, series.Volume);
            Assert.Equal(c.stored, series.Volume.BitsStored);
            Assert.Empty(series.Findings);

            SyntheticSeries.WriteBack(series, folder.File("out"), SyntheticSeries.Options with { Syntax = syntax });
            var again = SyntheticSeries.Read(folder.File("out"));
            SyntheticSeries.AssertSameSamples(volume, again.Volume);
            Assert.True(volume.Geometry!.Positions.SequenceEqual(again.Volume.Geometry!.Positions));
            Assert.True(series.Volume.Rescales.SequenceEqual(again.Volume.Rescales));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(runs));
    }

    [Theory]
    [InlineData(true, 12, DicomOutputSyntax.JpegLs)]
    [InlineData(false, 12, DicomOutputSyntax.JpegLs)]
    [InlineData(true, 16, DicomOutputSyntax.JpegLs)]
    [InlineData(true, 12, DicomOutputSyntax.Jpeg2000)]
    [InlineData(false, 16, DicomOutputSyntax.Jpeg2000)]
    public void Compressed_output_is_decoded_alike_by_others(bool signed, int stored, DicomOutputSyntax syntax)
    {
        using var folder = new TemporaryFolder();
        var volume = SyntheticSeries.Volume(41, 37, 1, SampleFormats.Of(2, signed), stored);
        SyntheticSeries.Write(folder.Path, volume);
        var written = SyntheticSeries.WriteBack(SyntheticSeries.Read(folder.Path), folder.File("out"), SyntheticSeries.Options with { Syntax = syntax });

        var raw = Judges.RawPixels(Judges.Decompress(written[0], folder.File("raw.dcm")));
        StoredBits.Extract(raw, new PixelLayout(41, 37, 1, 16, stored, stored - 1, signed, false));
        Assert.Equal(volume.SliceBytes(0), raw.AsSpan(0, volume.SliceBytes(0).Length));
    }

    [Theory]
    [InlineData("dcmcjpeg", "+e1", "")]
    [InlineData("dcmcjpeg", "+el", "")]
    [InlineData("dcmcjpeg", "+ee", "lossy-source")]
    [InlineData("dcmcjpeg", "+eb", "lossy-source")]
    [InlineData("dcmcjpeg", "+es", "lossy-source")]
    [InlineData("dcmcjpeg", "+ep", "lossy-source")]
    [InlineData("dcmcjpls", "+el", "")]
    [InlineData("dcmcjpls", "+en", "lossy-source")]
    [InlineData("dcmcrle", "", "")]
    [InlineData("dcmconv", "+ti", "")]
    [InlineData("dcmconv", "+tb", "")]
    [InlineData("dcmconv", "+td", "")]
    public void Every_transfer_syntax_of_dcmtk_is_read_as_dcmtk_reads_it(string encoder, string option, string finding)
    {
        using var folder = new TemporaryFolder();
        var volume = SyntheticSeries.Volume(40, 33, 1, SampleFormat.UInt16, 12);
        SyntheticSeries.Write(folder.Path, volume);
        Judges.Run(encoder, [.. option.Split(' ', StringSplitOptions.RemoveEmptyEntries), folder.File("slice000.dcm"), folder.File("coded.dcm")]);

        var series = SyntheticSeries.Read(folder.File("coded.dcm"));
        Assert.Equal(finding, string.Join(' ', series.Findings.Select(f => f.Code)));
        var theirs = Judges.RawPixels(Judges.Decompress(folder.File("coded.dcm"), folder.File("plain.dcm")));
        Assert.Equal(theirs.AsSpan(0, series.Volume.SliceBytes(0).Length), series.Volume.SliceBytes(0));
    }

    [Fact]
    public void Pixels_in_the_other_byte_order_of_an_old_private_syntax_are_turned()
    {
        using var folder = new TemporaryFolder();
        var volume = SyntheticSeries.Volume(4, 4, 1, SampleFormat.UInt16, 12);
        SyntheticSeries.Write(folder.Path, volume, null, z =>
        {
            var swapped = volume.SliceBytes(z).ToArray();
            for (var i = 0; i < swapped.Length; i += 2)
            {
                swapped.AsSpan(i, 2).Reverse();
            }

            return swapped;
        });
        Judges.Run("dcmconv", ["+ti", folder.File("slice000.dcm"), folder.File("implicit.dcm")]);
        var bytes = File.ReadAllBytes(folder.File("implicit.dcm"));
        var at = bytes.AsSpan().IndexOf("1.2.840.10008.1.2\0"u8);

        byte[] ge = [.. bytes.AsSpan(0, at - 2), 18, 0, .. "1.2.840.113619.5.2"u8, .. bytes.AsSpan(at + 18)];
        File.WriteAllBytes(folder.File("ge.dcm"), ge);
        SyntheticSeries.AssertSameSamples(volume, SyntheticSeries.Read(folder.File("ge.dcm")).Volume);
    }

    [Fact]
    public void Bits_above_the_stored_ones_are_dropped_and_said()
    {
        using var folder = new TemporaryFolder();
        var volume = SyntheticSeries.Volume(8, 8, 1, SampleFormat.Int16, 12);
        SyntheticSeries.Write(folder.Path, volume, null, z =>
        {
            var words = volume.SliceBytes(z).ToArray();
            words[1] ^= 0x30;
            return words;
        });

        var series = SyntheticSeries.Read(folder.Path);
        SyntheticSeries.AssertSameSamples(volume, series.Volume);
        Assert.Equal("unused-bits", Assert.Single(series.Findings).Code);
    }

    [Fact]
    public void Padding_is_read_by_the_sign_of_the_pixels()
    {
        using var folder = new TemporaryFolder();
        var volume = SyntheticSeries.Volume(8, 8, 1, SampleFormat.Int16, 16);

        // As some scanners do: US where it should be SS.
        SyntheticSeries.Write(folder.Path, volume, (set, _) =>
        {
            set.SetPixelValue(DicomTags.PixelPaddingValue, -2000, isSigned: false);
            set.SetPixelValue(DicomTags.PixelPaddingRangeLimit, -1990, isSigned: true);
        });
        Assert.Equal(new PixelPadding(-2000, -1990), SyntheticSeries.Read(folder.Path).Volume.Padding);
    }

    [Fact]
    public void Frames_of_a_multi_frame_file_keep_their_order()
    {
        using var folder = new TemporaryFolder();
        var volume = SyntheticSeries.Volume(6, 5, 4, SampleFormat.UInt16, 12);
        var set = Multiframe(volume, [3, 1, 0, 2]);
        SyntheticSeries.WriteFile(folder.File("all.dcm"), set);

        var series = SyntheticSeries.Read(folder.Path);
        Assert.Equal([new SliceOrigin(0, 2), new(0, 1), new(0, 3), new(0, 0)], series.Headers.Origins.ToArray());
        Assert.Equal(1.25, series.Volume.Geometry!.SliceSpacing, 6);
        Assert.Equal([new Rescale(2, -10), new(2, -11), new(2, -12), new(2, -13)], series.Volume.Rescales.ToArray());

        var written = SyntheticSeries.WriteBack(series, folder.File("out"), SyntheticSeries.LossyOptions);
        Assert.Equal(Judges.RawPixels(folder.File("all.dcm")), Judges.RawPixels(Assert.Single(written)));
        SyntheticSeries.AssertSameSamples(series.Volume, SyntheticSeries.Read(folder.File("out")).Volume);
        Assert.Empty(Judges.NewErrors(folder.File("all.dcm"), written[0]));
    }

    [Theory]
    [InlineData(DicomOutputSyntax.JpegLs)]
    [InlineData(DicomOutputSyntax.Jpeg2000)]
    public void Tiny_images_that_overrun_the_encoder_are_refused_before_it_is_called(DicomOutputSyntax syntax)
    {
        using var folder = new TemporaryFolder();
        SyntheticSeries.Write(folder.Path, SyntheticSeries.Volume(5, 1, 1, SampleFormat.UInt16, 12));
        var e = Assert.Throws<ToolException>(() =>
            SyntheticSeries.WriteBack(SyntheticSeries.Read(folder.Path), folder.File("out"), SyntheticSeries.Options with { Syntax = syntax }));
        Assert.Contains("choose --transfer-syntax explicit", e.Message, StringComparison.Ordinal);
    }

    private static DicomDataSet Multiframe(Volume volume, int[] places)
    {
        var set = Imaging.Dicom.Writing.NewHeader.Of(volume, SyntheticSeries.Described, 0);
        var frames = places.Select((place, frame) =>
        {
            var position = new DicomDataSet();
            position.SetText(DicomTags.ImagePositionPatient, Vr.DS, ["0", "0", FormattableString.Invariant($"{1.25 * place}")]);
            var scale = new DicomDataSet();
            scale.SetText(DicomTags.RescaleIntercept, Vr.DS, FormattableString.Invariant($"{-10 - place}"));
            scale.SetText(DicomTags.RescaleSlope, Vr.DS, "2");
            var group = new DicomDataSet();
            group.SetItems(DicomTags.PlanePositionSequence, position);
            group.SetItems(DicomTags.PixelValueTransformationSequence, scale);
            return group;
        });
        var orientation = new DicomDataSet();
        orientation.SetText(DicomTags.ImageOrientationPatient, Vr.DS, ["1", "0", "0", "0", "1", "0"]);
        var measures = new DicomDataSet();
        measures.SetText(DicomTags.PixelSpacing, Vr.DS, ["0.5", "0.5"]);
        var type = new DicomDataSet();
        type.SetText(DicomTags.FrameType, Vr.CS, ["ORIGINAL", "PRIMARY", "VOLUME", "NONE"]);
        var shared = new DicomDataSet();
        shared.SetItems(DicomTags.PlaneOrientationSequence, orientation);
        shared.SetItems(DicomTags.PixelMeasuresSequence, measures);
        shared.SetItems(DicomTags.CtImageFrameTypeSequence, type);
        set.SetText(DicomTags.SopClassUid, Vr.UI, "1.2.840.10008.5.1.4.1.1.2.1");
        set.SetText(DicomTags.NumberOfFrames, Vr.IS, "4");
        set.SetItems(DicomTags.SharedFunctionalGroupsSequence, shared);
        set.SetItems(DicomTags.PerFrameFunctionalGroupsSequence, frames);
        var pixels = Enumerable.Range(0, 4).SelectMany(f => volume.SliceBytes(f).ToArray()).ToArray();
        set.Set(new DicomElement(DicomTags.PixelData, Vr.OW, pixels));
        return set;
    }

    private static byte[] Words(Volume volume, int slice, PixelLayout layout)
    {
        var stored = new int[volume.PixelsPerSlice];
        volume.ReadSlice(slice, stored);
        var words = new byte[layout.FrameBytes];
        StoredBits.Place(stored, layout, words);
        return words;
    }
}
