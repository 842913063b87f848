using System.IO.Compression;
using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Faults;

/// <summary>Ctrl-C and SIGTERM while another program works for diagcodec.</summary>
public sealed class InterruptionTests
{
    private const int MostAttempts = 10;

    [Theory]
    [InlineData("INT", false)]
    [InlineData("TERM", false)]
    [InlineData("INT", true)]
    [InlineData("TERM", true)]
    public async Task Encode_stops_with_130_and_leaves_no_file_and_no_process(string signal, bool wholeGroup)
    {
        using var scratch = new Scratch();
        var encoder = FakeProgram.WriteSleeper(scratch.Path("encoder"), scratch.Path("started"));
        var environment = new Dictionary<string, string> { ["TMPDIR"] = scratch.MakeFolder("tmp"), ["DIAGCODEC_HEVC_ENCODER"] = encoder };
        using var process = CliProcess.Start(environment, "encode", SmallInputs.Nifti(scratch), "-o", scratch.Path("out.dgc"), "--report", scratch.Path("r.html"));
        await ShouldStopAsync(process, scratch, signal, wholeGroup);
        Assert.Equal(["encoder", "started", "tmp", "volume.nii"], Folders.Entries(scratch.Folder));
    }

    [Theory]
    [InlineData("decode", "INT", false)]
    [InlineData("decode", "TERM", false)]
    [InlineData("decode", "INT", true)]
    [InlineData("verify", "INT", true)]
    public async Task Decode_and_verify_stop_with_130_and_leave_no_file_and_no_process(string command, string signal, bool wholeGroup)
    {
        using var scratch = new Scratch();
        await CommandLine.EncodeAsync(SmallInputs.Nifti(scratch), scratch.Path("a.dgc"));
        FakeProgram.WriteSleeper(Path.Combine(scratch.MakeFolder("bin"), "ffmpeg"), scratch.Path("started"));
        var environment = new Dictionary<string, string>
        {
            ["TMPDIR"] = scratch.MakeFolder("tmp"),
            ["PATH"] = $"{scratch.Path("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
        };
        string[] output = command == "decode" ? ["-o", scratch.Path("out.nii")] : [];
        using var process = CliProcess.Start(environment, [command, scratch.Path("a.dgc"), .. output]);
        await ShouldStopAsync(process, scratch, signal, wholeGroup);
        Assert.Equal(["a.dgc", "bin", "bin/ffmpeg", "started", "tmp", "volume.nii"], Folders.Entries(scratch.Folder));
    }

    [Fact]
    public async Task A_signal_while_the_input_is_still_read_leaves_nothing_either()
    {
        using var scratch = new Scratch();
        using (var zip = new ZipArchive(File.Create(scratch.Path("in.zip")), ZipArchiveMode.Create))
        {
            // Noise, so that it is no bomb; enough of it that unpacking takes a while.
            var noise = new byte[8 << 20];
            new Random(1).NextBytes(noise);
            for (var i = 0; i < 40; i++)
            {
                using var stream = zip.CreateEntry($"{i}.bin", CompressionLevel.NoCompression).Open();
                stream.Write(noise);
            }
        }

        var environment = new Dictionary<string, string> { ["TMPDIR"] = scratch.MakeFolder("tmp") };
        for (var attempt = 1; ; attempt++)
        {
            using var process = CliProcess.Start(environment, "encode", scratch.Path("in.zip"), "-o", scratch.Path("out.dgc"));
            await FolderWatch.UntilAsync(scratch.Folder, () => process.HasEnded || Folders.Entries(scratch.Path("tmp")).Length > 1);

            // On a busy machine it can be done with reading before anyone sees that it reads.
            var isMissed = process.HasEnded;
            if (!isMissed)
            {
                process.Signal("INT");
            }

            var result = await process.EndAsync();
            Assert.Equal(["in.zip", "tmp"], Folders.Entries(scratch.Folder));
            if (!isMissed || attempt == MostAttempts)
            {
                result.ShouldFailWith(130);
                return;
            }
        }
    }

    private static async Task ShouldStopAsync(CliProcess process, Scratch scratch, string signal, bool wholeGroup)
    {
        await FolderWatch.UntilAsync(scratch.Folder, () => File.Exists(scratch.Path("started")));
        process.Signal(signal, wholeGroup);
        Assert.Contains("interrupted", (await process.EndAsync()).ShouldFailWith(130), StringComparison.Ordinal);
        Assert.Empty(FakeProgram.Running(scratch.Folder));
    }
}
