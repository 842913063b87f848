using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Tests.Encode;

[Collection(ProcessTests.Name)]
public sealed class SeriesEncoderTests
{
    private static readonly EncodeSettings Settings = new() { Tool = "test 1", Command = "encode" };

    [Fact]
    public async Task An_archive_appears_when_all_went_well_and_nothing_else_stays()
    {
        using var program = new FakeProgram("cat; video; report");
        using var folder = new TempFolder();
        var stages = new List<CodingProgress>();
        var settings = Settings with { Progress = new Collect(stages) };
        var result = await Encode(program, folder.File("out.dgc"), settings);
        Assert.Equal(["out.dgc"], folder.Names());
        Assert.Equal(result.TotalBytes, new FileInfo(folder.File("out.dgc")).Length);
        Assert.Equal([1, 2, 3], stages.Select(s => s.Done));
        AssertWorkIsGone(program);
        using var archive = ArchiveReader.Open(folder.File("out.dgc"));
        archive.CheckHashes();
        Assert.Equal(("fake 1", 3, 4L), (archive.Manifest.Video.Encoder, archive.Manifest.Video.Frames, archive.VideoBytes));
    }

    [Theory]
    [InlineData("exit 3", typeof(ToolException))]
    [InlineData("head -c 300000; exit 3", typeof(ToolException))]
    [InlineData("cat; video; report; kill -9 $$", typeof(ToolException))]
    [InlineData("cat >/dev/null; exit 4", typeof(OutputException))]
    [InlineData("cat; report", typeof(ToolException))]
    [InlineData("cat; video; echo x > $stats", typeof(ToolException))]
    public async Task A_failure_leaves_nothing_behind(string script, Type fault)
    {
        using var program = new FakeProgram(script);
        using var folder = new TempFolder();
        Assert.IsType(fault, await Record.ExceptionAsync(() => Encode(program, folder.File("out.dgc"), Settings)));
        Assert.Empty(folder.Names());
        AssertWorkIsGone(program);
    }

    [Fact]
    public async Task A_video_that_does_not_decode_fails_verification_and_leaves_nothing_behind()
    {
        using var program = new FakeProgram("cat; video; report");
        using var folder = new TempFolder();
        await Assert.ThrowsAsync<VerificationException>(() => Encode(program, folder.File("out.dgc"), Settings with { Verify = true }));
        Assert.Empty(folder.Names());
        AssertWorkIsGone(program);
    }

    [Fact]
    public async Task A_cancelled_job_leaves_nothing_behind()
    {
        using var program = new FakeProgram("head -c 300000; touch started; sleep 600");
        using var folder = new TempFolder();
        using var cancellation = new CancellationTokenSource();
        var job = Task.Run(() => Encode(program, folder.File("out.dgc"), Settings, cancellation.Token));
        await program.Touched("started");
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job);
        Assert.Empty(folder.Names());
        AssertWorkIsGone(program);
    }

    [Fact]
    public async Task A_file_that_is_there_is_kept_unless_it_may_be_replaced_and_also_when_replacing_fails()
    {
        using var folder = new TempFolder();
        var path = folder.Write("out.dgc", "old");
        using (var good = new FakeProgram("cat; video; report"))
        {
            await Assert.ThrowsAsync<OutputException>(() => Encode(good, path, Settings));
            Assert.Equal("old", File.ReadAllText(path));
        }

        using (var bad = new FakeProgram("exit 3"))
        {
            await Assert.ThrowsAsync<ToolException>(() => Encode(bad, path, Settings with { Overwrite = true }));
            Assert.Equal("old", File.ReadAllText(path));
            Assert.Equal(["out.dgc"], folder.Names());
        }

        using var program = new FakeProgram("cat; video; report");
        await Encode(program, path, Settings with { Overwrite = true });
        using var archive = ArchiveReader.Open(path);
        Assert.Equal(["out.dgc"], folder.Names());
    }

    [Fact]
    public async Task Equal_jobs_make_equal_archives()
    {
        using var folder = new TempFolder();
        using var program = new FakeProgram("cat; video; report");
        await Encode(program, folder.File("a.dgc"), Settings);
        await Encode(program, folder.File("b.dgc"), Settings);
        Assert.Equal(File.ReadAllBytes(folder.File("a.dgc")), File.ReadAllBytes(folder.File("b.dgc")));
    }

    private static Task<EncodeResult> Encode(FakeProgram program, string output, EncodeSettings settings, CancellationToken cancellation = default)
    {
        var prepared = Requests.Prepared(Requests.Large());
        return new SeriesEncoder(new X265Encoder(program.Path))
            .EncodeAsync(prepared, Requests.Plan(prepared.Frames, 32), output, settings, cancellation)
            .WaitAsync(Requests.Watchdog, CancellationToken.None);
    }

    private static void AssertWorkIsGone(FakeProgram program)
    {
        program.AssertGone();
        Assert.False(Directory.Exists(Path.GetDirectoryName(program.Argument("--output"))));
    }

    private sealed class Collect(List<CodingProgress> into) : IProgress<CodingProgress>
    {
        public void Report(CodingProgress value) => into.Add(value);
    }
}
