using DiagCodec.Allocation.Policies.Files;
using DiagCodec.EndToEnd.Support;
using DiagCodec.EndToEnd.Tasks;

namespace DiagCodec.EndToEnd.Policies;

/// <summary>encode --policy from the command line to the decoded series.</summary>
public sealed class PolicyEncodeTests(PolicyInputs inputs) : IClassFixture<PolicyInputs>
{
    [Fact]
    public async Task The_archive_names_policy_weights_and_tradeoff_and_is_whole()
    {
        using var folder = new Scratch();
        var (archive, report) = (folder.Path("a.dgc"), folder.Path("r.html"));
        var result = await CommandLine.EncodeAsync(inputs.Series, archive, "--policy", inputs.Policy, "--task", inputs.Model, "--tradeoff", "20", "--report", report, "--json");
        Assert.Contains(result.Notes, n => n.Contains("not trained for trade-off 20; the nearest, 16, is taken", StringComparison.Ordinal));
        var manifest = Archives.Manifest(archive);
        var allocation = manifest.GetProperty("allocation");
        var policy = allocation.GetProperty("policy");
        Assert.Equal(("policy", TinyPolicy.Name, 16.0), (allocation.GetProperty("allocator").GetString(), policy.GetProperty("name").GetString(), policy.GetProperty("tradeoff").GetDouble()));
        Assert.Equal(Folders.Hash(Path.Combine(inputs.Policy, PolicyFolder.WeightsFile)), policy.GetProperty("weights_sha256").GetString());
        Assert.Equal(TinyModel.Name, allocation.GetProperty("task").GetString());
        Assert.Equal($"encode --preset fast --task {TinyModel.Name} --policy {TinyPolicy.Name} --tradeoff 16", manifest.GetProperty("command").GetString());
        Assert.Equal(TinyPolicy.Name, result.Json.GetProperty("policy").GetProperty("name").GetString());
        Assert.Contains($"policy    {TinyPolicy.Name}, trade-off 16, weights ", (await CommandLine.RunAsync("info", archive)).ShouldSucceed().Out, StringComparison.Ordinal);
        Assert.Contains($"{TinyPolicy.Name}, trade-off 16", File.ReadAllText(report), StringComparison.Ordinal);
        (await CommandLine.RunAsync("verify", archive)).ShouldSucceed();
    }

    [Fact]
    public async Task Decoding_needs_the_bitstream_alone()
    {
        using var folder = new Scratch();
        var (archive, bare, raw) = (folder.Path("a.dgc"), folder.Path("v.hevc"), folder.Path("v.raw"));
        await CommandLine.EncodeAsync(inputs.Series, archive, "--policy", inputs.Policy, "--task", inputs.Model);
        var manifest = Archives.Manifest(archive);
        Assert.All(manifest.GetProperty("entries").EnumerateObject(), e => Assert.Contains(e.Name, (string[])["headers.br", "padding.br", "qp-map.br", "video.hevc"]));
        await File.WriteAllBytesAsync(bare, Archives.Entry(archive, "video.hevc"));
        await Tool.CheckedAsync("ffmpeg", "-v", "error", "-i", bare, "-f", "rawvideo", "-pix_fmt", "gray12le", raw);
        Assert.Equal(manifest.GetProperty("video").GetProperty("reconstruction_sha256").GetString(), Folders.Hash(raw));
    }

    [Fact]
    public async Task A_mask_from_a_file_is_followed_without_a_task()
    {
        using var folder = new Scratch();
        var archive = folder.Path("a.dgc");
        await CommandLine.EncodeAsync(inputs.Series, archive, "--policy", inputs.Policy, "--mask", inputs.Labels, "--write-qp-map", folder.Path("m.csv"));
        Assert.False(Archives.Manifest(archive).GetProperty("allocation").TryGetProperty("task", out _));
        (await CommandLine.RunAsync("info", archive, "--write-qp-map", folder.Path("n.csv"))).ShouldSucceed();
        Assert.Equal(File.ReadAllText(folder.Path("m.csv")), File.ReadAllText(folder.Path("n.csv")));
    }

    [Fact]
    public async Task The_tasks_own_policy_is_taken_unless_QPs_are_chosen_otherwise()
    {
        using var folder = new Scratch();
        var byTask = await RunAsync(folder, "a.dgc", "--task", TinyModel.Name);
        Assert.Contains(byTask.Notes, n => n.Contains($"QPs by {TinyPolicy.Name}, trade-off 16", StringComparison.Ordinal));
        var byPolicy = await RunAsync(folder, "b.dgc", "--policy", TinyPolicy.Name);
        Assert.Empty(byPolicy.Notes);
        Assert.Equal(Folders.Hash(folder.Path("a.dgc")), Folders.Hash(folder.Path("b.dgc")));
        await RunAsync(folder, "c.dgc", "--task", TinyModel.Name, "--qp", "32");
        Assert.Equal("uniform", Archives.Manifest(folder.Path("c.dgc")).GetProperty("allocation").GetProperty("allocator").GetString());
        var doctor = await CliProcess.RunAsync(new Dictionary<string, string> { ["DIAGCODEC_MODELS"] = inputs.Models }, "doctor");
        Assert.Contains($"policy {TinyPolicy.Name}", doctor.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_policy_of_another_task_says_so_and_one_without_foreground_keeps_frame_QPs()
    {
        using var folder = new Scratch();
        var other = TinyPolicy.Write(folder.Path("other"), TinyPolicy.Document with { Name = "other", Task = "other-task" });
        var blind = TinyModel.Write(folder.Path("m"), TinyModel.Task with { Input = TinyModel.Task.Input with { Low = 5000, High = 6000 } });
        var result = await CommandLine.EncodeAsync(inputs.Series, folder.Path("a.dgc"), "--policy", other, "--task", blind, "--write-qp-map", folder.Path("m.csv"));
        Assert.Contains(result.Notes, n => n.Contains($"other learnt from the task other-task; here it follows {TinyModel.Name}", StringComparison.Ordinal));
        Assert.Contains(result.Notes, n => n.Contains("the mask is empty", StringComparison.Ordinal));
        Assert.All(File.ReadLines(folder.Path("m.csv")).Skip(1), line => Assert.Single(line.Split(',')));
    }

    [Fact]
    public async Task A_tradeoff_without_any_policy_is_refused()
    {
        using var folder = new Scratch();
        var result = await CommandLine.RunAsync("encode", inputs.Series, "-o", folder.Path("a.dgc"), "--task", inputs.Model, "--tradeoff", "4");
        Assert.Contains("there is no policy for the task", result.ShouldFailWith(1), StringComparison.Ordinal);
        Assert.Empty(Folders.Entries(folder.Folder));
    }

    private async Task<CliResult> RunAsync(Scratch folder, string archive, params string[] options) => (await CliProcess.RunAsync(
        new Dictionary<string, string> { ["DIAGCODEC_MODELS"] = inputs.Models },
        ["encode", inputs.Series, "-o", folder.Path(archive), "--preset", "fast", .. options])).ShouldSucceed();
}
