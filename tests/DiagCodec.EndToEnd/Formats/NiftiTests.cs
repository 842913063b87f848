using System.Buffers.Binary;
using DiagCodec.EndToEnd.Support;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.EndToEnd.Formats;

/// <summary>NIfTI in, NIfTI out: the header stays as it is but for its description, the values lie where they lay.</summary>
public sealed class NiftiTests
{
    private const int HeaderBytes = 352;
    private const int Description = 148;
    private const int DescriptionBytes = 80;
    private const double LargestMeanErrorAtQp0 = 4;

    [Theory]
    [InlineData("in.nii", "out.nii")]
    [InlineData("in.nii.gz", "out.nii.gz")]
    public async Task The_header_comes_back_but_for_its_description(string input, string output)
    {
        using var scratch = new Scratch();
        SmallInputs.Nifti(scratch, name: input);
        await CommandLine.EncodeAsync(scratch.Path(input), scratch.Path("a.dgc"), "--qp", "0");
        await CommandLine.DecodeAsync(scratch.Path("a.dgc"), scratch.Path(output));
        var (before, after) = (NiftiFile.Read(scratch.Path(input)), NiftiFile.Read(scratch.Path(output)));
        Assert.Equal(WithoutDescription(before), WithoutDescription(after));
        Assert.Equal(before.Length, after.Length);
    }

    [Fact]
    public async Task Float32_that_holds_whole_numbers_stays_float32()
    {
        using var scratch = new Scratch();
        var plain = await File.ReadAllBytesAsync(SmallInputs.Nifti(scratch));
        var values = NiftiFile.Int16Values(plain);
        var floats = new byte[HeaderBytes + (4 * values.Length)];
        plain.AsSpan(0, HeaderBytes).CopyTo(floats);
        BinaryPrimitives.WriteInt16LittleEndian(floats.AsSpan(70), 16);
        BinaryPrimitives.WriteInt16LittleEndian(floats.AsSpan(72), 32);
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(floats.AsSpan(HeaderBytes + (4 * i)), values[i]);
        }

        await File.WriteAllBytesAsync(scratch.Path("float.nii"), floats);
        await CommandLine.EncodeAsync(scratch.Path("float.nii"), scratch.Path("a.dgc"), "--qp", "0");
        await CommandLine.DecodeAsync(scratch.Path("a.dgc"), scratch.Path("out.nii"));
        var after = await File.ReadAllBytesAsync(scratch.Path("out.nii"));
        Assert.Equal(WithoutDescription(floats), WithoutDescription(after));
        var error = values.Select((v, i) => Math.Abs(v - BinaryPrimitives.ReadSingleLittleEndian(after.AsSpan(HeaderBytes + (4 * i))))).Average();
        Assert.InRange(error, 0, LargestMeanErrorAtQp0);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(1, 97, 2)]
    [InlineData(97, 1, 2)]
    [InlineData(63, 65, 3)]
    [InlineData(64, 64, 4)]
    [InlineData(65, 63, 3)]
    [InlineData(71, 129, 2)]
    [InlineData(129, 71, 1)]
    [InlineData(200, 73, 2)]
    public async Task Any_size_goes_through_at_every_depth_and_chroma(int columns, int rows, int slices)
    {
        using var scratch = new Scratch();
        var input = SmallInputs.Nifti(scratch, SyntheticVolume.Make(columns, rows, slices));
        foreach (var options in (string[][])[[], ["--bit-depth", "8"], ["--bit-depth", "10", "--chroma", "420"], ["--chroma", "420"]])
        {
            await CommandLine.EncodeAsync(input, scratch.Path("a.dgc"), ["--verify", "--overwrite", "--qp", "10", .. options]);
            await CommandLine.DecodeAsync(scratch.Path("a.dgc"), scratch.Path("out.nii"), "--overwrite");
            Assert.Equal(new FileInfo(input).Length, new FileInfo(scratch.Path("out.nii")).Length);
        }
    }

    [Fact]
    public async Task Values_wider_than_12_bits_are_squeezed_by_no_more_than_the_manifest_says()
    {
        using var scratch = new Scratch();
        var input = SmallInputs.Nifti(scratch, SyntheticVolume.Make(low: -32768, high: 32767));
        var result = await CommandLine.EncodeAsync(input, scratch.Path("a.dgc"), "--qp", "0", "--json");
        var mapping = Archives.Manifest(scratch.Path("a.dgc")).GetProperty("mapping");
        Assert.Equal("Linear", mapping.GetProperty("kind").GetString());

        // The formulas are those of docs/archive.md.
        var a = 4095 / 65535.0;
        var b = 32768 * a;
        var worst = NiftiFile.Int16Values(await File.ReadAllBytesAsync(input))
            .Max(v => Math.Abs(v - Math.Clamp(Math.Floor(((Math.Clamp(Math.Floor((v * a) + b + 0.5), 0, 4095) - b) / a) + 0.5), -32768, 32767)));
        Assert.Equal(worst, mapping.GetProperty("max_error").GetDouble());
        Assert.Equal(worst, result.Json.GetProperty("mapping").GetProperty("max_error").GetDouble());
        Assert.InRange(worst, 1, 8);
    }

    [Theory]
    [InlineData("8")]
    [InlineData("12")]
    public async Task A_window_keeps_what_lies_in_it_and_clips_the_rest(string depth)
    {
        using var scratch = new Scratch();
        var input = SmallInputs.Nifti(scratch);
        await CommandLine.EncodeAsync(input, scratch.Path("a.dgc"), "--window", "40/400", "--bit-depth", depth, "--qp", "0");
        await CommandLine.DecodeAsync(scratch.Path("a.dgc"), scratch.Path("out.nii"));
        var (before, after) = (NiftiFile.Int16Values(NiftiFile.Read(input)), NiftiFile.Int16Values(NiftiFile.Read(scratch.Path("out.nii"))));
        Assert.InRange(before.Zip(after).Average(p => Math.Abs(Math.Clamp((int)p.First, -160, 240) - p.Second)), 0, 2);
        Assert.InRange(after.Min(v => (int)v), -162, -150);
        Assert.InRange(after.Max(v => (int)v), 230, 242);
    }

    [SkippableFact]
    public async Task Chroma_420_is_neutral_and_changes_no_luma_size()
    {
        using var scratch = new Scratch();
        await CommandLine.EncodeAsync(SmallInputs.Nifti(scratch), scratch.Path("a.dgc"), "--chroma", "420");
        await CommandLine.DecodeAsync(scratch.Path("a.dgc"), scratch.Path("v.hevc"), "--format", "hevc");
        var raw = await Video.DecodeAsync(scratch, "v.hevc", "yuv420p12le");
        const int FrameSamples = 96 * 80 * 3 / 2;
        Assert.Equal(6 * FrameSamples, raw.Length);
        Assert.All(Enumerable.Range(96 * 80, 96 * 80 / 2), i => Assert.Equal(2048, raw[i]));
    }

    [SkippableFact]
    public async Task Real_float32_volumes_come_back_as_float32()
    {
        var folder = RealData.Require("sts-nifti");
        var input = Folders.Files(folder).First(f => f.Contains("CT", StringComparison.OrdinalIgnoreCase) && f.EndsWith(".nii.gz", StringComparison.Ordinal) && !f.Contains("mask", StringComparison.OrdinalIgnoreCase));
        using var scratch = new Scratch();
        await CommandLine.EncodeAsync(input, scratch.Path("a.dgc"));
        await CommandLine.DecodeAsync(scratch.Path("a.dgc"), scratch.Path("out.nii.gz"));
        Assert.Equal(WithoutDescription(NiftiFile.Read(input)), WithoutDescription(NiftiFile.Read(scratch.Path("out.nii.gz"))));
    }

    private static byte[] WithoutDescription(byte[] file)
    {
        var header = file[..HeaderBytes];
        header.AsSpan(Description, DescriptionBytes).Clear();
        return header;
    }
}
