using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Methods.External;
using DiagCodec.Evaluation.Bench.Methods.External.Programs;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.External;

public class ExternalIdentityTests
{
    public static TheoryData<string> Words() => [.. ExternalCodecs.All.Select(c => c.Word)];

    [Fact]
    public void TheCodecsAreThoseOfTheDocument() => Assert.Equal(
        ["x264", "x265-default", "x265-abr", "hevc-intra", "jpeg", "jpeg-2000", "jpeg-ls", "jpeg-xl"], ExternalCodecs.All.Select(c => c.Word));

    [Theory]
    [MemberData(nameof(Words))]
    public void FactsFollowTheSetting(string word)
    {
        var entry = Entry(word);
        var facts = entry.Create(Setting(word) with { Name = "other name" }).Facts;
        Assert.Equal("other name", facts.Name);
        Assert.Equal(entry.Parameter, facts.Parameter);
        Assert.Equal(entry.Highest, Assert.Single(facts.Grid));
        Assert.False(facts.UsesMask);
        Assert.Equal(word is "x264" or "jpeg", facts.IsWindowed);
        Assert.Equal(facts.IsWindowed ? 8 : null, facts.BitDepth);
        Assert.Contains(facts.IsWindowed ? "8-bit window" : "full range", facts.Description, StringComparison.Ordinal);
        Assert.True(facts.SecondsPerMegavoxel > 0);
        Assert.Equal(word == "jpeg-ls", facts.IsLossless);
        Assert.Equal(!facts.IsWindowed, entry.Options.Contains("window"));
        Assert.Equal(word is "x264" or "x265-default" or "x265-abr" or "hevc-intra", entry.Options.Contains("preset"));
    }

    [SkippableTheory]
    [MemberData(nameof(Words))]
    public async Task IdentityIsOneLineWithAVersionAndWithoutPaths(string word)
    {
        var method = Entry(word).Create(Setting(word));
        await ExternalCase.RequireAsync(method);
        var identity = await method.IdentityAsync(default);
        Assert.Matches(@"\d+\.\d+", identity);
        Assert.DoesNotContain('/', identity);
        Assert.DoesNotContain('\n', identity);
        Assert.Equal(identity, await Entry(word).Create(Setting(word) with { Name = "other name", Grid = [LowestOf(word)] }).IdentityAsync(default));

        static double LowestOf(string word) => Entry(word).Lowest;
    }

    [SkippableTheory]
    [InlineData("x264", "x264 - core ")]
    [InlineData("x265-default", "x265 (build ")]
    [InlineData("x265-abr", "x265 (build ")]
    [InlineData("hevc-intra", "x265 (build ")]
    public async Task IdentityNamesTheLibraryAndDiffersByPreset(string word, string library)
    {
        var medium = Entry(word).Create(Setting(word));
        await ExternalCase.RequireAsync(medium);
        var identity = await medium.IdentityAsync(default);
        Assert.Contains(library, identity, StringComparison.Ordinal);
        Assert.Equal(identity, await Entry(word).Create(Setting(word) with { Preset = "medium" }).IdentityAsync(default));
        Assert.NotEqual(identity, await Entry(word).Create(Setting(word) with { Preset = "slow" }).IdentityAsync(default));
    }

    [Fact]
    public async Task EveryUseHasAnIdentityOfItsOwn()
    {
        var identities = new List<string>();
        foreach (var entry in ExternalCodecs.All)
        {
            try
            {
                identities.Add(await entry.Create(Setting(entry.Word)).IdentityAsync(default));
            }
            catch (ToolException)
            {
                // Not installed; the others still have to differ.
            }
        }

        Assert.Equal(identities.Count, identities.Distinct().Count());
    }

    [Theory]
    [InlineData("x264")]
    [InlineData("x265-default")]
    [InlineData("x265-abr")]
    [InlineData("hevc-intra")]
    public void AnUnknownPresetIsRefused(string word)
    {
        var fault = Assert.Throws<UsageException>(() => Entry(word).Create(Setting(word) with { Preset = "balanced" }));
        Assert.Contains("balanced", fault.Message, StringComparison.Ordinal);
        Assert.Contains("ultrafast", fault.Message, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData("ffmpeg", @"^ffmpeg version \d")]
    [InlineData("cjpeg", @"^libjpeg-turbo version \d")]
    [InlineData("opj_compress", @"^openjp2 library v\d+\.\d+\.\d+$")]
    [InlineData("opj_decompress", @"^openjp2 library v\d+\.\d+\.\d+$")]
    [InlineData("cjxl", @"^cjxl v\d+\.\d+\.\d+$")]
    [InlineData("djxl", @"^djxl v\d+\.\d+\.\d+$")]
    public async Task ProgramsTellTheirVersions(string program, string pattern)
    {
        try
        {
            Assert.Matches(pattern, await ProgramVersions.AskAsync(program, default));
        }
        catch (ToolException e) when (e.Message.Contains("is not installed", StringComparison.Ordinal))
        {
            Skip.If(true, e.Message);
        }
    }

    private static CodecEntry Entry(string word) => ExternalCodecs.All.Single(c => c.Word == word);

    private static MethodSetting Setting(string word) => new(word, word, [Entry(word).Highest]);
}
