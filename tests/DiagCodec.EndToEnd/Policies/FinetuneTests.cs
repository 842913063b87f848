using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Policies;

/// <summary>pretrain and finetune from the command line to a policy that encodes.</summary>
public sealed class FinetuneTests
{
    private static readonly string[] Judge = ["--model", "coronary-cta", "--hardened", "--labels", "1=1,2=1,*=0", "--all", "--preset", "fast", "--checks", "1"];

    [Fact]
    public async Task A_new_policy_is_tuned_and_encodes_and_a_second_run_gives_the_same_bytes()
    {
        using var scratch = new Scratch();
        (await CommandLine.RunAsync("phantom", "-o", scratch.Path("data"), "--patients", "2", "--slices", "2", "--size", "96", "--slice-spacing", "1", "--seed", "1201")).ShouldSucceed();
        string[] pretrain = ["pretrain", scratch.Path("data"), .. Judge, "--cases", "patient-0001", "--iterations", "4", "--tradeoffs", "1,32", "-o", scratch.Path("policy-new")];
        (await CommandLine.RunAsync([.. pretrain, "--report", scratch.Path("report.html")])).ShouldSucceed();
        Assert.Contains("Against the best single action", File.ReadAllText(scratch.Path("report.html")), StringComparison.Ordinal);

        string[] finetune =
        [
            "finetune", scratch.Path("data"), .. Judge, "--policy", scratch.Path("policy-new"), "--shots", "1", "--validation", "1", "--strategy", "adapter-critic", "--iterations", "4",
        ];
        var tuned = (await CommandLine.RunAsync([.. finetune, "-o", scratch.Path("policy-mine"), "--json"])).ShouldSucceed().Json;
        Assert.Equal(10_724, tuned.GetProperty("parameters").GetInt64());
        Assert.Equal("patient-0001", tuned.GetProperty("cases")[0].GetString());
        Assert.Equal("patient-0002", tuned.GetProperty("validation")[0].GetString());

        // The same seed gives the same weights.
        (await CommandLine.RunAsync([.. finetune, "-o", scratch.Path("policy-again"), "--name", "policy-mine"])).ShouldSucceed();
        Assert.Equal(Folders.Hash(scratch.Path("policy-mine", "weights.safetensors")), Folders.Hash(scratch.Path("policy-again", "weights.safetensors")));

        (await CommandLine.RunAsync(
            "encode", scratch.Path("data", "patient-0001", "dicom"), "-o", scratch.Path("a.dgc"), "--policy", scratch.Path("policy-mine"), "--tradeoff", "32", "--verify", "--preset", "fast")).ShouldSucceed();
        Assert.Equal("policy-mine", Archives.Manifest(scratch.Path("a.dgc")).GetProperty("allocation").GetProperty("policy").GetProperty("name").GetString());
    }

    [Fact]
    public async Task Too_few_cases_and_unknown_ones_are_told_in_one_line_and_nothing_is_left()
    {
        using var scratch = new Scratch();
        (await CommandLine.RunAsync("phantom", "-o", scratch.Path("data"), "--patients", "1", "--slices", "2", "--size", "96", "--slice-spacing", "1", "--seed", "1201")).ShouldSucceed();
        var few = await CommandLine.RunAsync(["finetune", scratch.Path("data"), .. Judge, "--shots", "3", "-o", scratch.Path("policy-mine")]);
        Assert.Contains("3 cases are asked for, 1 are left", few.ShouldFailWith(2), StringComparison.Ordinal);
        var unknown = await CommandLine.RunAsync(["finetune", scratch.Path("data"), .. Judge, "--cases", "nobody", "-o", scratch.Path("policy-mine")]);
        Assert.Contains("has no case 'nobody'", unknown.ShouldFailWith(2), StringComparison.Ordinal);
        Assert.False(Directory.Exists(scratch.Path("policy-mine")));
    }
}
