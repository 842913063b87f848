using DiagCodec.EndToEnd.Support;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.EndToEnd.Faults;

/// <summary>The disk is full: exit code 4, and everything that was begun is gone.</summary>
public sealed class FullDiskTests
{
    private const int Kilobytes = 200;

    [SkippableTheory]
    [InlineData(Kilobytes)]
    [InlineData(4)]
    public async Task Encode_to_a_full_disk_leaves_nothing(int kilobytes)
    {
        using var scratch = new Scratch();
        await using var disk = await TemporaryDisk.MountAsync(kilobytes);
        (await CommandLine.RunAsync("encode", Noise(scratch), "-o", Path.Combine(disk.Folder, "out.dgc"), "--qp", "0", "--preset", "fast")).ShouldFailWith(4);
        Assert.Empty(Folders.Entries(disk.Folder));
    }

    [SkippableTheory]
    [InlineData(Kilobytes)]
    [InlineData(4)]
    public async Task Encode_with_a_full_place_for_temporary_files_leaves_nothing(int kilobytes)
    {
        using var scratch = new Scratch();
        await using var disk = await TemporaryDisk.MountAsync(kilobytes);
        var input = Noise(scratch);
        var environment = new Dictionary<string, string> { ["TMPDIR"] = disk.Folder };
        var result = await CliProcess.RunAsync(environment, "encode", input, "-o", scratch.Path("out.dgc"), "--qp", "0", "--preset", "fast");
        Assert.Contains("TMPDIR", result.ShouldFailWith(4), StringComparison.Ordinal);
        Assert.Empty(Folders.Entries(disk.Folder));
        Assert.Equal([Path.GetFileName(input)], Folders.Entries(scratch.Folder));
    }

    [SkippableTheory]
    [InlineData("nifti", "out.nii")]
    [InlineData("nifti", "out.nii.gz")]
    [InlineData("png", "out")]
    [InlineData("y4m", "out.y4m")]
    [InlineData("hevc", "out.hevc")]
    [InlineData("dicom", "out")]
    public async Task Decode_to_a_full_disk_leaves_nothing(string format, string name)
    {
        using var scratch = new Scratch();
        await using var disk = await TemporaryDisk.MountAsync(Kilobytes);
        var input = format == "dicom" ? SmallInputs.Dicom(scratch, NoiseVolume()) : Noise(scratch);
        await CommandLine.EncodeAsync(input, scratch.Path("in.dgc"), "--qp", "0");
        (await CommandLine.RunAsync("decode", scratch.Path("in.dgc"), "-o", Path.Combine(disk.Folder, name), "--format", format)).ShouldFailWith(4);
        Assert.Empty(Folders.Entries(disk.Folder));
    }

    [SkippableFact]
    public async Task A_report_that_finds_no_room_leaves_nothing_of_itself()
    {
        using var scratch = new Scratch();
        await using var disk = await TemporaryDisk.MountAsync(4);
        var place = Path.Combine(disk.Folder, "report.html");
        (await CommandLine.RunAsync("encode", Noise(scratch), "-o", scratch.Path("out.dgc"), "--preset", "fast", "--report", place)).ShouldFailWith(4);
        Assert.Empty(Folders.Entries(disk.Folder));
    }

    private static string Noise(Scratch scratch) => SmallInputs.Nifti(scratch, NoiseVolume());

    /// <summary>Does not compress: 8 slices of 128 KB.</summary>
    private static Volume NoiseVolume()
    {
        var random = new Random(5);
        var smooth = SyntheticVolume.Make(256, 256, 8);
        var slices = Enumerable.Range(0, 8).Select(_ =>
        {
            var bytes = new byte[256 * 256 * 2];
            Volume.Narrow([.. Enumerable.Range(0, 256 * 256).Select(_ => random.Next(0, 3000))], SampleFormat.Int16, bytes);
            return (ReadOnlyMemory<byte>)bytes;
        });
        return new Volume(256, 256, SampleFormat.Int16, [.. slices]) { Geometry = smooth.Geometry };
    }
}
