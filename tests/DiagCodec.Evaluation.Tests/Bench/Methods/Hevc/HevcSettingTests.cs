using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Methods.Hevc;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;

public sealed class HevcSettingTests
{
    public static TheoryData<MethodSetting, string> Bad() => new()
    {
        { HevcCases.Setting(parameter: 27.5), "QP 27.5: expected a whole number, 0 to 51" },
        { HevcCases.Setting("roi", -1), "QP -1:" },
        { HevcCases.Setting(parameter: 52), "QP 52:" },
        { HevcCases.Setting("rate", 0), "0 bits per voxel: expected a number above 0" },
        { HevcCases.Setting("rate", -0.5), "-0.5 bits per voxel:" },
        { HevcCases.Setting("rate", double.NaN), "NaN bits per voxel:" },
        { HevcCases.Setting("cubic"), "allocator cubic: expected uniform or linear" },
        { HevcCases.Setting("map-file"), "allocator map-file: expected" },
        { HevcCases.Setting() with { Gop = "ldb" }, "gop ldb: expected step or flat or ldp8" },
        { HevcCases.Setting() with { Block = 8 }, "block 8: expected 64 or 32 or 16" },
        { HevcCases.Setting() with { Preset = "Fast" }, "preset Fast: expected fast or balanced or best" },
        { HevcCases.Setting() with { Preset = "0" }, "preset 0: expected" },
        { HevcCases.Setting() with { Strength = 3 }, "strength and range: only for allocator linear" },
        { HevcCases.Setting("policy", 4), "allocator policy: name the policy" },
        { HevcCases.Setting("roi") with { Policy = "p" }, "policy: only for allocator policy or search" },
        { HevcCases.Setting("search", 0), "own Dice 0: expected a number between 0 and 1" },
        { HevcCases.Setting("search", 1), "own Dice 1: expected" },
        { HevcCases.Setting("search", 0.9) with { Block = 32 }, "block: a search tries several" },
        { HevcCases.Setting("search", 0.9) with { Candidates = 1 }, "candidates 1: expected 2 to 200" },
        { HevcCases.Setting("roi") with { Candidates = 9 }, "candidates: only for allocator search" },
        { HevcCases.Setting("policy", 4) with { Policy = "p", Block = 64 }, "block and gop: a policy brings its own" },
        { HevcCases.Setting("policy", 4) with { Policy = "p", Gop = "step" }, "block and gop: a policy brings its own" },
        { HevcCases.Setting("policy", 101) with { Policy = "p" }, "trade-off 101: expected 0 to 100" },
        { HevcCases.Setting("policy", double.NaN) with { Policy = "p" }, "trade-off NaN: expected" },
        { HevcCases.Setting("roi") with { Range = 3 }, "strength and range: only for" },
        { HevcCases.Setting("log") with { Margin = 1 }, "background, foreground and margin: only for allocator roi" },
        { HevcCases.Setting("log") with { Strength = 52 }, "--map-strength 52: expected 0 to 51" },
        { HevcCases.Setting("roi") with { Foreground = 7 }, "is above --roi-background 6" },
        { HevcCases.Setting(codec: "hm") with { Preset = "best" }, "preset best: hm has no presets" },
        { HevcCases.Setting("roi", codec: "hm") with { Block = 32 }, "block 32: hm takes QPs for blocks of 64" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_bad_value_is_told_in_one_line_with_the_method(MethodSetting setting, string words)
    {
        var fault = Assert.Throws<UsageException>(() => HevcCases.Method(setting with { Name = "my method" }));
        Assert.StartsWith("method my method: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void All_faults_are_told_together()
    {
        var setting = new MethodSetting("m", "x265", [1, 2.5, 99]) { Gop = "a", Preset = "b", Allocator = "c" };
        var fault = Assert.Throws<UsageException>(() => HevcCases.Method(setting));
        Assert.All(["gop a", "preset b", "allocator c", "QP 2.5", "QP 99"], w => Assert.Contains(w, fault.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("QP 1:", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codecs_say_what_they_take()
    {
        Assert.Equal(["x265", "hm"], HevcCodecs.All.Select(c => c.Word));
        Assert.All(HevcCodecs.All, c => Assert.Equal((0.0, 51.0, false, "QP"), (c.Lowest, c.Highest, c.IsWhole, c.Parameter)));
        Assert.Equal("preset", Assert.Single(HevcCodecs.All[0].Options.Except(HevcCodecs.All[1].Options)));
        Assert.Empty(HevcCodecs.All[1].Options.Except(HevcCodecs.All[0].Options));
        Assert.All(HevcCodecs.All[0].Options, o => Assert.Contains(typeof(MethodSetting).GetProperties(), p => p.Name.Equals(o, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void Methods_are_described_in_a_few_words()
    {
        Assert.Equal("x265 fast, step GOP, uniform QP", Description(HevcCases.Setting()));
        Assert.Equal("x265 balanced, flat GOP, uniform QP, 8-bit window", Description(HevcCases.Setting() with { Preset = null, Gop = "flat", Window = true }));
        Assert.Equal("x265 fast, step GOP, roi 0/+6, blocks of 32", Description(HevcCases.Setting("roi") with { Block = 32 }));
        Assert.Equal("x265 fast, step GOP, roi -3/0 margin 2, blocks of 64", Description(HevcCases.Setting("roi") with { Foreground = -3, Background = 0, Margin = 2 }));
        Assert.Equal("x265 fast, step GOP, sqrt -6/+4, blocks of 64", Description(HevcCases.Setting("sqrt") with { Range = 4 }));
        Assert.Equal("x265 best, step GOP, QP searched for a size", Description(HevcCases.Setting("rate", 0.5) with { Preset = "best" }));
        Assert.Equal("x265 fast, policy p", Description(HevcCases.Setting("policy", 4) with { Policy = "p" }));
        Assert.Equal("HM, ldp8 GOP, uniform QP", Description(HevcCases.Setting(codec: "hm") with { Gop = "ldp8" }));
    }

    [Fact]
    public void Slower_presets_and_searches_are_expected_to_take_longer()
    {
        var seconds = new[] { HevcCases.Setting() with { Preset = "fast" }, HevcCases.Setting(), HevcCases.Setting() with { Preset = "best" }, HevcCases.Setting(codec: "hm") }
            .Select((s, i) => HevcCases.Method(i == 1 ? s with { Preset = "balanced" } : s).Facts.SecondsPerMegavoxel).ToArray();
        Assert.Equal(seconds.Order(), seconds);
        Assert.Equal(4, seconds.Distinct().Count());
        Assert.True(HevcCases.Method(HevcCases.Setting("rate")).Facts.SecondsPerMegavoxel > 2 * seconds[0]);
    }

    private static string Description(MethodSetting setting) => HevcCases.Method(setting).Facts.Description;
}
