using System.Text.Json;
using DiagCodec.EndToEnd.Support;
using DiagCodec.EndToEnd.Tasks;

namespace DiagCodec.EndToEnd.Policies;

/// <summary>encode --search from the command line to the proof in the manifest.</summary>
public sealed class SearchEncodeTests(PolicyInputs inputs) : IClassFixture<PolicyInputs>
{
    [Fact]
    public async Task The_winner_is_written_with_its_proof()
    {
        using var folder = new Scratch();
        var (archive, report) = (folder.Path("a.dgc"), folder.Path("r.html"));
        var json = (await CommandLine.EncodeAsync(inputs.Series, archive, "--search", "6", "--min-dice", "0.9", "--task", inputs.Model, "--policy", inputs.Policy, "--report", report, "--json")).Json;
        var search = Archives.Manifest(archive).GetProperty("allocation").GetProperty("search");
        Assert.Equal((0.9, 6), (search.GetProperty("minimum_dice").GetDouble(), search.GetProperty("most_trials").GetInt32()));
        JsonElement[] trials = [.. search.GetProperty("trials").EnumerateArray()];
        Assert.InRange(trials.Length, 2, 6);
        Assert.Equal("policy 16", trials[0].GetProperty("name").GetString());
        var winner = trials[search.GetProperty("winner").GetInt32()];
        Assert.Equal(Archives.Entry(archive, "video.hevc").Length, winner.GetProperty("video_bytes").GetInt64());
        Assert.Equal(json.GetProperty("task").GetProperty("classes")[0].GetProperty("dice").GetDouble(), winner.GetProperty("own_dice").GetDouble(), 12);
        Assert.InRange(winner.GetProperty("own_dice").GetDouble(), 0.9, 1);
        Assert.Equal(trials.Length, json.GetProperty("search").GetProperty("trials").GetArrayLength());
        var name = winner.GetProperty("name").GetString()!;
        Assert.Contains($": {name}\n", (await CommandLine.RunAsync("info", archive)).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Contains("Plans that were tried", File.ReadAllText(report), StringComparison.Ordinal);
        (await CommandLine.RunAsync("verify", archive)).ShouldSucceed();
        Assert.Equal(["a.dgc", "r.html"], Folders.Entries(folder.Folder));
    }

    [Fact]
    public async Task Without_a_policy_maps_and_uniform_QP_are_tried_and_twice_gives_the_same_bytes()
    {
        using var folder = new Scratch();
        foreach (var name in (string[])["a.dgc", "b.dgc"])
        {
            await CommandLine.EncodeAsync(inputs.Series, folder.Path(name), "--search", "5", "--min-dice", "0.8", "--task", inputs.Model);
        }

        Assert.Equal(Folders.Hash(folder.Path("a.dgc")), Folders.Hash(folder.Path("b.dgc")));
        var manifest = Archives.Manifest(folder.Path("a.dgc"));
        Assert.StartsWith("roi 0/+6 in blocks of 32 at QP ", manifest.GetProperty("allocation").GetProperty("search").GetProperty("trials")[0].GetProperty("name").GetString(), StringComparison.Ordinal);
        Assert.Equal($"encode --preset fast --task {TinyModel.Name} --search 5 --min-dice 0.8", manifest.GetProperty("command").GetString());
    }

    [Fact]
    public async Task A_minimum_that_no_plan_keeps_ends_with_5_and_no_file()
    {
        using var folder = new Scratch();
        var result = await CommandLine.RunAsync(
            "encode", inputs.Series, "-o", folder.Path("a.dgc"), "--report", folder.Path("r.html"), "--preset", "fast", "--search", "2", "--min-dice", "1", "--task", inputs.Model);
        var line = result.ShouldFailWith(5);
        Assert.Matches(@"none of 2 plans keeps an own Dice of 1: the best is roi .* with 0\.\d{4} in \d+ bytes", line);
        Assert.Empty(Folders.Entries(folder.Folder));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_searched()
    {
        using var folder = new Scratch();
        var result = await CommandLine.RunAsync("encode", inputs.Series, "-o", folder.Path("a.dgc"), "--search", "9", "--task", inputs.Model, "--dry-run");
        Assert.Contains("the cheapest of up to 9 plans in which an own Dice of 0.95 is kept", result.ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Empty(Folders.Entries(folder.Folder));
    }

    [Fact]
    public async Task A_signal_while_a_plan_is_tried_leaves_no_file_and_no_process()
    {
        using var scratch = new Scratch();
        var encoder = FakeProgram.WriteSleeper(scratch.Path("encoder"), scratch.Path("started"));
        var environment = new Dictionary<string, string> { ["TMPDIR"] = scratch.MakeFolder("tmp"), ["DIAGCODEC_HEVC_ENCODER"] = encoder, ["DIAGCODEC_MODELS"] = inputs.Models };
        using var process = CliProcess.Start(environment, "encode", inputs.Series, "-o", scratch.Path("out.dgc"), "--task", TinyModel.Name, "--search", "4");
        await FolderWatch.UntilAsync(scratch.Folder, () => File.Exists(scratch.Path("started")));
        process.Signal("INT");
        (await process.EndAsync()).ShouldFailWith(130);
        Assert.Empty(FakeProgram.Running(scratch.Folder));
        Assert.Equal(["encoder", "started", "tmp"], Folders.Entries(scratch.Folder));
    }
}
