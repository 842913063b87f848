using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Formats;

/// <summary>diagcodec videos.</summary>
public sealed class MadeVideoTests
{
    private static readonly string[] Small = ["--videos", "2", "--frames", "3", "--size", "96x64"];

    [Fact]
    public async Task Videos_lie_in_the_folders_of_DAVIS_and_seeds_make_them_again()
    {
        using var scratch = new Scratch();
        var made = (await CommandLine.RunAsync(["videos", "-o", scratch.Path("a"), .. Small, "--seed", "5", "--json"])).ShouldSucceed();
        var videos = made.Json.GetProperty("videos").EnumerateArray().ToList();
        Assert.Equal([5, 6], videos.Select(v => v.GetProperty("seed").GetInt32()));
        Assert.Equal(3, Directory.GetFiles(videos[1].GetProperty("images").GetString()!).Length);
        Assert.Equal(scratch.Path("a", "Annotations", "480p", "video-0002"), videos[1].GetProperty("annotations").GetString());
        var again = (await CommandLine.RunAsync(["videos", "-o", scratch.Path("b"), .. Small, "--seed", "5"])).ShouldSucceed();
        Assert.Equal($"{scratch.Path("b")}: 2 videos of 3 frames of 96x64, seeds 5 to 6\n", again.Out);
        Assert.Equal(Folders.Hash(scratch.Path("a")), Folders.Hash(scratch.Path("b")));
    }

    [Fact]
    public async Task A_video_is_coded_with_its_mask()
    {
        using var scratch = new Scratch();
        (await CommandLine.RunAsync(["videos", "-o", scratch.Path("a"), .. Small])).ShouldSucceed();
        var video = scratch.Path("a", "JPEGImages", "480p", "video-0001");
        await CommandLine.EncodeAsync(video, scratch.Path("v.dgc"), "--mask", scratch.Path("a", "Annotations", "480p", "video-0001"), "--allocator", "roi", "--block", "32", "--verify");
    }

    [Fact]
    public async Task What_is_there_is_replaced_only_when_asked()
    {
        using var scratch = new Scratch();
        File.WriteAllText(Path.Combine(scratch.MakeFolder("a"), "mine.txt"), "mine");
        Assert.Contains("--overwrite", (await CommandLine.RunAsync(["videos", "-o", scratch.Path("a"), .. Small])).ShouldFailWith(4), StringComparison.Ordinal);
        Assert.Equal(["a", "a/mine.txt"], Folders.Entries(scratch.Folder));
        (await CommandLine.RunAsync(["videos", "-o", scratch.Path("a"), .. Small, "--overwrite"])).ShouldSucceed();
        Assert.Equal(["Annotations", "JPEGImages"], Directory.GetDirectories(scratch.Path("a")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_interrupted_making_leaves_nothing()
    {
        using var scratch = new Scratch();
        using var process = CliProcess.Start(new Dictionary<string, string>(), "videos", "-o", scratch.Path("a"), "--videos", "9999");
        await FolderWatch.UntilAsync(scratch.Folder, () => Directory.EnumerateFiles(scratch.Folder, "*.png", SearchOption.AllDirectories).Any());
        process.Signal("INT");

        // Lines of progress may come before, where the machine is slow.
        var end = await process.EndAsync();
        Assert.Equal((130, ""), (end.ExitCode, end.Out));
        Assert.Contains("interrupted", end.ErrorLines[^1], StringComparison.Ordinal);
        Assert.Empty(Folders.Entries(scratch.Folder));
    }
}
