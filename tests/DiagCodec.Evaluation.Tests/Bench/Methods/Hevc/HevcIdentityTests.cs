using DiagCodec.Coding.Encode;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Methods.Hevc;
using DiagCodec.Imaging.Faults;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;

public sealed class HevcIdentityTests
{
    [Fact]
    public async Task Settings_that_may_code_otherwise_have_other_identities()
    {
        var plain = HevcCases.Setting();
        var roi = HevcCases.Setting("roi");
        MethodSetting[] settings =
        [
            plain,
            plain with { Preset = null },
            plain with { Preset = "best" },
            plain with { Gop = "flat" },
            plain with { Gop = "ldp8" },
            plain with { Block = 32 },
            plain with { Block = 16 },
            plain with { Window = true },
            HevcCases.Setting("rate"),
            roi,
            roi with { Background = 5 },
            roi with { Foreground = -1 },
            roi with { Margin = 1 },
            roi with { Block = 32 },
            .. new[] { "linear", "exponential", "square", "log", "sqrt" }.Select(a => HevcCases.Setting(a)),
            HevcCases.Setting("linear") with { Strength = 5 },
            HevcCases.Setting("linear") with { Range = 5 },
        ];
        var identities = await Task.WhenAll(settings.Select(s => HevcCases.Method(s).IdentityAsync(CancellationToken.None))).WaitAsync(HevcCases.Watchdog);
        Assert.Equal(settings.Length, identities.Distinct().Count());
    }

    [Fact]
    public async Task Name_grid_and_defaults_that_are_spelled_out_change_nothing()
    {
        var method = HevcCases.Method(HevcCases.Setting("roi"));
        var first = await method.IdentityAsync(CancellationToken.None);
        var other = new MethodSetting("other name", "x265", [20, 30])
        {
            Allocator = "roi",
            Preset = "fast",
            Gop = "step",
            Block = 64,
            Background = 6,
            Foreground = 0,
            Margin = 0,
            Optional = true,
        };
        Assert.Equal(first, await HevcCases.Method(other).IdentityAsync(CancellationToken.None));
        Assert.Same(first, await method.IdentityAsync(CancellationToken.None));
    }

    /// <summary>Without the encoder, so that many pairs can be tried: identities are equal where what is in force is.</summary>
    [Fact]
    public void Identities_are_equal_only_where_all_that_is_in_force_is()
    {
        var setting =
            from allocator in Gen.Elements("uniform", "roi", "linear", "log", "rate")
            from block in Gen.Elements(16, 32, 64)
            from gop in Gen.Elements("step", "flat")
            from window in Gen.Elements(true, false)
            from low in Gen.Choose(0, 2)
            from high in Gen.Choose(2, 4)
            select new MethodSetting("m", "x265", [1])
            {
                Allocator = allocator,
                Block = block,
                Gop = gop,
                Window = window,
                Foreground = allocator == "roi" ? low : null,
                Background = allocator == "roi" ? high : null,
                Strength = allocator is "linear" or "log" ? low : null,
                Range = allocator is "linear" or "log" ? high : null,
            };
        Check.QuickThrowOnFailure(Prop.ForAll(setting.Two().ToArbitrary(), pair =>
            (Identity(pair.Item1) == Identity(pair.Item2)) == InForce(pair.Item1).Equals(InForce(pair.Item2))));

        static string Identity(MethodSetting s) => HevcSetting.Of(s, new HevcCodec("x265", "x265", true, true, 16, _ => 1, () => throw new NotSupportedException())).Identity();

        static object InForce(MethodSetting s) => (s.Allocator, s.Block, s.Gop, s.Window, s.Foreground, s.Background, s.Strength, s.Range);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        var tries = 0;
        var codec = new HevcCodec("x265", "x265", true, true, 16, _ => 1, () => ++tries == 1 ? throw new ToolException("gone") : new X265Encoder(X265Program.Find()));
        var method = new HevcMethod(codec, HevcSetting.Of(HevcCases.Setting(), codec));
        await Assert.ThrowsAsync<ToolException>(() => method.IdentityAsync(CancellationToken.None));
        Assert.Contains("x265", await method.IdentityAsync(CancellationToken.None), StringComparison.Ordinal);
    }
}
