using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Methods.Hevc;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;

public sealed class HevcPolicyTests : IDisposable
{
    private readonly FreshFolder _folder = new();
    private readonly FreshFolder _policies = new();

    public void Dispose()
    {
        _folder.Dispose();
        _policies.Dispose();
    }

    [Fact]
    public async Task A_policy_with_one_action_codes_the_ROI_map_of_its_offsets()
    {
        using var other = new FreshFolder();
        var input = HevcCases.Phantom();
        var roi = HevcCases.Setting("roi", 30) with { Block = 32, Gop = "flat", Foreground = -2, Background = 7 };
        var method = Method(Write("one", TestPolicy.One), Setting(4));
        Assert.True(method.Facts.UsesMask);
        Assert.Equal("trade-off", method.Facts.Parameter);
        var coded = await method.EncodeAsync(input, 4, _folder.Path, CancellationToken.None).WaitAsync(HevcCases.Watchdog);
        var same = await HevcCases.EncodeAsync(roi, input, other.Path);

        Assert.Equal([37, 37, 37, 37, 28, 37, 37, 37, 37], Enumerable.Range(0, 9).Select(b => coded.Map!.AbsoluteQp(2, b)));
        Assert.Equal(File.ReadAllBytes(other.Video), File.ReadAllBytes(_folder.Video));
        Assert.Equal(Assert.Single(same.Commands), Assert.Single(coded.Commands));
        Assert.True(coded.Allocation > TimeSpan.Zero);
        Assert.Equal(await IdentityAsync(HevcCases.Method(roi), input, 30), await IdentityAsync(method, input, 4));
        Assert.NotEqual(await IdentityAsync(HevcCases.Method(roi), input, 31), await IdentityAsync(method, input, 4));
    }

    [Fact]
    public async Task Several_threads_get_what_one_gets()
    {
        using var method = Method(Write("some", TestPolicy.Some), Setting(0, 4, 100));
        var alone = await PlansAsync(1);
        method.Dispose();
        Assert.Equal(alone, await PlansAsync(4));

        async Task<string[]> PlansAsync(int threads)
        {
            using var turns = new SemaphoreSlim(threads);
            return await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(async () =>
            {
                await turns.WaitAsync();
                var identity = await IdentityAsync(method, HevcCases.Phantom(), method.Facts.Grid[i % 3]);
                turns.Release();
                return identity;
            })));
        }
    }

    [Fact]
    public async Task Whatever_the_choice_follows_from_is_in_the_identity_and_the_name_is_not()
    {
        var first = await IdentityAsync(Write("first", TestPolicy.Some));
        Assert.Equal(first, await IdentityAsync(Write("second", TestPolicy.Some)));
        string[] others =
        [
            first,
            await IdentityAsync(Write("weights", TestPolicy.Some, seed: 2)),
            await IdentityAsync(Write("margin", TestPolicy.Some, d => d with { Margin = 1 })),
            await IdentityAsync(Write("block", TestPolicy.Some, d => d with { Block = 64 })),
            await IdentityAsync(Write("window", TestPolicy.Some, d => d with { Window = d.Window with { Low = -100 } })),
            await IdentityAsync(Write("trade-offs", TestPolicy.Some, d => d with { Tradeoffs = [0, 4, 50] })),
            await IdentityAsync(Write("pairs", TestPolicy.Some with { FramePairs = [.. TestPolicy.Some.FramePairs.Reverse()] })),
            await IdentityAsync(Write("first-offset", TestPolicy.Some with { FirstOffset = -1 })),
            await IdentityAsync(Write("offsets", TestPolicy.Some with { BackgroundOffsets = [0, 4, 9] })),
        ];
        Assert.Equal(others.Length, others.Distinct().Count());

        Task<string> IdentityAsync(PolicyFolder policy) => Method(policy, Setting(4)).IdentityAsync(CancellationToken.None);
    }

    [Fact]
    public void Tables_hear_what_the_last_tuning_trained()
    {
        Assert.Equal(0, Method(Write("pretrained", TestPolicy.Some), Setting(0)).Facts.TunedParameters);
        Assert.Equal(28_784, Method(Write("tuned", TestPolicy.Some, d => TestPolicy.Tuned(d, 28_784)), Setting(0)).Facts.TunedParameters);
        Assert.Null(HevcCases.Method(HevcCases.Setting()).Facts.TunedParameters);
        Assert.Equal("x265 fast, policy some, blocks of 32", Method(Write("some", TestPolicy.Some), Setting(0)).Facts.Description);
    }

    [Fact]
    public void A_trade_off_that_the_policy_has_not_is_refused()
    {
        var fault = Assert.Throws<UsageException>(() => Method(Write("some", TestPolicy.Some), Setting(0, 5, 100)));
        Assert.Equal("method under test: trade-off 5: policy some has 0 4 100", fault.Message);
    }

    [Fact]
    public void Blocks_that_the_encoder_does_not_take_are_refused()
    {
        var fault = Assert.Throws<UsageException>(() => Method(Write("some", TestPolicy.Some), Setting(4) with { Codec = "hm", Preset = null }));
        Assert.Contains("policy some: has blocks of 32, and hm takes QPs for blocks of 64", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weights_that_were_cut_are_told()
    {
        var policy = Write("some", TestPolicy.Some);
        var weights = Path.Combine(policy.Path, PolicyFolder.WeightsFile);
        File.WriteAllBytes(weights, File.ReadAllBytes(weights)[..5000]);
        var fault = await Assert.ThrowsAsync<InvalidInputException>(
            () => Method(policy, Setting(4)).EncodeAsync(HevcCases.Phantom(), 4, _folder.Path, CancellationToken.None));
        Assert.Contains(PolicyFolder.WeightsFile, fault.Message, StringComparison.Ordinal);
        Assert.Empty(_folder.Names());
    }

    private static MethodSetting Setting(params double[] tradeoffs) =>
        HevcCases.Setting("policy") with { Policy = "named elsewhere", Grid = [.. tradeoffs] };

    private static HevcMethod Method(PolicyFolder policy, MethodSetting setting) => (HevcMethod)MethodCatalogue.Create(setting, policy);

    private static async Task<string> IdentityAsync(IBenchMethod method, BenchInput input, double parameter) =>
        (await ((IPlannedMethod)method).PlanAsync(input, parameter, CancellationToken.None).WaitAsync(HevcCases.Watchdog))!.Identity;

    private PolicyFolder Write(string name, ActionSets actions, Func<PolicyDocument, PolicyDocument>? change = null, int seed = 1) =>
        TestPolicy.Write(Path.Combine(_policies.Path, name), actions, change, seed);
}
