using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Nifti;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Imaging.Tests.Nifti;

public sealed class NiftiValueTests
{
    private static readonly int[] Values = [0, 1, 127, 3, 100, 7];

    public static TheoryData<short, int, bool, SampleFormat> Datatypes()
    {
        var data = new TheoryData<short, int, bool, SampleFormat>();
        foreach (var big in new[] { false, true })
        {
            data.Add(2, 1, big, SampleFormat.UInt8);
            data.Add(256, 1, big, SampleFormat.Int8);
            data.Add(4, 2, big, SampleFormat.Int16);
            data.Add(512, 2, big, SampleFormat.UInt16);
            data.Add(8, 4, big, SampleFormat.Int32);
            data.Add(768, 4, big, SampleFormat.UInt8);
            data.Add(1024, 8, big, SampleFormat.UInt8);
            data.Add(1280, 8, big, SampleFormat.UInt8);
            data.Add(16, 4, big, SampleFormat.UInt8);
            data.Add(64, 8, big, SampleFormat.UInt8);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Datatypes))]
    public void Every_datatype_and_byte_order_is_read_and_written_back_byte_by_byte(short datatype, int bytes, bool bigEndian, SampleFormat format)
    {
        using var scratch = new Scratch();
        var file = File(datatype, bytes, bigEndian, Values);
        var series = NiftiReader.Read(file.Save(scratch, "v.nii.gz"));
        Assert.Equal(format, series.Volume.Format);
        Assert.Equal(Values, Stored(series.Volume));
        Assert.Equal(new Rescale(2, -5), series.Volume.RescaleOf(0));
        Assert.Equal(file.Content, Rewrite(series, description: null));
    }

    [Fact]
    public void Decoded_files_keep_everything_but_the_description()
    {
        using var scratch = new Scratch();
        var file = File(4, 2, bigEndian: true, Values);
        var written = Rewrite(NiftiReader.Read(file.Save(scratch)), NiftiSliceWriter.LossyDescription);
        "diagcodec, lossy HEVC"u8.CopyTo(file.Content.AsSpan(148));
        Assert.Equal(file.Content, written);
    }

    [Fact]
    public void Wider_floats_get_the_smallest_format_over_all_slices()
    {
        using var scratch = new Scratch();
        foreach (var (values, format) in new[]
        {
            (new[] { 0, 1, 2, 3, 4, -1024 }, SampleFormat.Int16),
            ([0, 1, 2, 3, 4, 255], SampleFormat.UInt8),
            ([0, 1, 2, 3, 4, 65535], SampleFormat.UInt16),
            ([-1, 1, 2, 3, 4, 65535], SampleFormat.Int32),
            ([-1, 1, 2, 3, 4, 5], SampleFormat.Int8),
        })
        {
            var volume = NiftiReader.Read(File(16, 4, bigEndian: false, values).Save(scratch)).Volume;
            Assert.Equal(format, volume.Format);
            Assert.Equal(values, Stored(volume));
        }
    }

    [Theory]
    [InlineData(0.5f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(2147483648f)]
    [InlineData(-3e9f)]
    public void Floats_that_are_no_whole_numbers_are_refused_with_their_place(float value)
    {
        using var scratch = new Scratch();
        var file = File(16, 4, bigEndian: false, Values);
        file.Put(file.DataOffset + 16, value);
        var e = Assert.Throws<InvalidInputException>(() => NiftiReader.Read(file.Save(scratch)));
        Assert.Contains("voxel (1, 0, 1)", e.Message, StringComparison.Ordinal);
        Assert.Contains("int16 with scl_slope", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wide_integers_beyond_32_bits_are_refused()
    {
        using var scratch = new Scratch();
        var file = File(1024, 8, bigEndian: false, Values);
        file.Put(file.DataOffset, 1L << 31);
        Assert.Contains("2147483648", Assert.Throws<InvalidInputException>(() => NiftiReader.Read(file.Save(scratch))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        using var scratch = new Scratch();
        Prop.ForAll<short[]>(samples =>
        {
            if (samples.Length == 0)
            {
                return;
            }

            var volume = new Volume(samples.Length, 1, SampleFormat.Int16, [System.Runtime.InteropServices.MemoryMarshal.AsBytes<short>(samples).ToArray()])
            {
                Rescales = [new(0.5, -1024)],
            };
            NiftiVolumeWriter.Write(scratch.File("v.nii.gz"), volume, overwrite: true);
            var read = NiftiReader.Read(scratch.File("v.nii.gz")).Volume;
            Assert.Equal(volume.SliceBytes(0), read.SliceBytes(0));
            Assert.Equal(volume.RescaleOf(0), Assert.Single(read.Rescales));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Equal_volumes_give_equal_bytes()
    {
        using var scratch = new Scratch();
        var labels = new LabelMap(4, 4, 4, Enumerable.Range(0, 64).Select(i => (byte)(i % 5)).ToArray(), null);
        NiftiVolumeWriter.Write(scratch.File("a.nii.gz"), labels);
        NiftiVolumeWriter.Write(scratch.File("b.nii.gz"), labels);
        Assert.Equal(System.IO.File.ReadAllBytes(scratch.File("a.nii.gz")), System.IO.File.ReadAllBytes(scratch.File("b.nii.gz")));
        Assert.Equal(0, BitConverter.ToInt32(System.IO.File.ReadAllBytes(scratch.File("a.nii.gz")), 4));
        Assert.Equal(labels.Labels.ToArray(), NiftiLabelReader.Read(scratch.File("a.nii.gz")).Labels.ToArray());
    }

    [Fact]
    public void Labels_are_class_numbers_after_rescaling()
    {
        using var scratch = new Scratch();
        var file = File(4, 2, bigEndian: false, [0, 1, 2, 3, 4, 5]).Put(112, 1f).Put(116, 10f);
        Assert.Equal([10, 11, 12, 13, 14, 15], NiftiLabelReader.Read(file.Save(scratch)).Labels.ToArray());
        file.Put(112, 0.5f);
        Assert.Contains("10.5", Assert.Throws<InvalidInputException>(() => NiftiLabelReader.Read(file.Save(scratch))).Message, StringComparison.Ordinal);
        file.Put(112, 1f).Put(116, -1f);
        Assert.Throws<InvalidInputException>(() => NiftiLabelReader.Read(file.Save(scratch)));
    }

    [Fact]
    public void Slopes_that_differ_and_uneven_slices_are_refused_before_anything_is_written()
    {
        using var scratch = new Scratch();
        var slices = Enumerable.Range(0, 3).Select(_ => (ReadOnlyMemory<byte>)new byte[4]).ToArray();
        var slopes = new Volume(2, 2, SampleFormat.UInt8, [.. slices]) { Rescales = [new(1, 0), new(2, 0), new(1, 0)] };
        Assert.Throws<UsageException>(() => NiftiVolumeWriter.Write(scratch.File("a.nii"), slopes));
        var even = Geometry.Regular(default, new(1, 0, 0), new(0, 1, 0), 1, 1, 2, 3);
        var uneven = new Volume(2, 2, SampleFormat.UInt8, [.. slices]) { Geometry = even with { Positions = even.Positions.SetItem(1, new(0, 0, 2.5)) } };
        var e = Assert.Throws<UsageException>(() => NiftiVolumeWriter.Write(scratch.File("a.nii"), uneven));
        Assert.Contains("slice 2 lies 0.5 mm off", e.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(scratch.Path));
    }

    /// <summary>3 x 1 x 2 voxels, an extension of 16 bytes, slope 2, intercept -5.</summary>
    private static NiftiBytes File(short datatype, int bytes, bool bigEndian, int[] values)
    {
        var file = new NiftiBytes(3, 1, 2, datatype, bytes, bigEndian, extension: 16).Put(112, 2f).Put(116, -5f)
            .Sform(new(1, 0, 0), new(0, 1, 0), new(0, 0, 1), default).Put(348, 1).Put(352, 16).Put(356, 6).Put(360, 0x41424344);
        for (var i = 0; i < values.Length; i++)
        {
            var at = file.DataOffset + (i * bytes);
            _ = (datatype, bytes) switch
            {
                (16, _) => file.Put(at, (float)values[i]),
                (64, _) => file.Put(at, (double)values[i]),
                (_, 8) => file.Put(at, (long)values[i]),
                (_, 4) => file.Put(at, values[i]),
                (_, 2) => file.Put(at, (short)values[i]),
                _ => PutByte(file, at, (byte)values[i]),
            };
        }

        return file;
    }

    private static NiftiBytes PutByte(NiftiBytes file, int at, byte value)
    {
        file.Content[at] = value;
        return file;
    }

    private static int[] Stored(Volume volume)
    {
        var values = new int[volume.PixelsPerSlice * volume.Slices];
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.ReadSlice(z, values.AsSpan(z * volume.PixelsPerSlice));
        }

        return values;
    }

    internal static byte[] Rewrite(ImageSeries series, string? description)
    {
        using var output = new MemoryStream();
        using var writer = new NiftiSliceWriter(output, gzip: false, series.Headers, description);
        var values = new int[series.Volume.PixelsPerSlice];
        for (var z = 0; z < series.Volume.Slices; z++)
        {
            series.Volume.ReadSlice(z, values);
            writer.Write(z, values, []);
        }

        writer.Complete();
        return output.ToArray();
    }
}
