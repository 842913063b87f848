using System.Collections.Immutable;
using System.Text;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Tests.Archive;

public sealed class ManifestJsonTests
{
    [Fact]
    public void A_manifest_with_every_field_comes_back()
    {
        AssertComesBack(Full());
        using var odd = new OddCulture();
        AssertComesBack(Full());
    }

    [Fact]
    public void A_manifest_without_any_optional_field_comes_back()
    {
        var full = Full();
        AssertComesBack(full with
        {
            Source = full.Source with { Geometry = null, Padding = null, Findings = [] },
            Mapping = Archives.Manifest.Mapping,
            Allocation = Archives.Manifest.Allocation,
            Entries = full.Entries.SetItem("video.hevc", new EntrySection(5, "ab")),
        });
    }

    [Fact]
    public void What_is_written_passes_the_check()
    {
        ManifestCheck.Run(ManifestJson.Read(ManifestJson.Write(Full()), "x"), "x");
    }

    [Fact]
    public void Every_required_field_is_missed()
    {
        var json = Text(Full());
        foreach (var name in (string[])["schema", "tool", "command", "source", "video", "mapping", "allocation", "entries", "columns", "format", "frames", "bit_depth", "low", "max_error", "base_qp", "gop", "bytes", "sha256"])
        {
            Assert.Throws<InvalidInputException>(() => Read(json.Replace($"\"{name}\":", $"\"not_{name}\":", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"schema\":1}")]
    [InlineData("{\"schema\":\"1\"}")]
    [InlineData("{\"schema\":1.5}")]
    [InlineData("{\"schema\":null}")]
    [InlineData("{\"schema\":99999999999999}")]
    public void Anything_else_is_refused(string json)
    {
        Told.Of(() => Read(json), "x.dgc");
    }

    [Fact]
    public void A_newer_schema_says_to_use_a_newer_program()
    {
        Told.Of(() => Read("""{"schema":2,"all":"else"}"""), "x.dgc", "schema 2", "schema 1", "newer diagcodec");
    }

    [Fact]
    public void Fields_of_later_programs_are_skipped()
    {
        var json = Text(Full());
        Assert.Equal(json, Text(Read("{\"later\":[1,{}]," + json[1..])));
    }

    [Fact]
    public void Nulls_in_place_of_values_are_refused_here_or_by_the_check()
    {
        var json = Text(Full());
        foreach (var (from, to) in ((string, string)[])
            [
                ("\"tool\":\"diagcodec 0.1.0\"", "\"tool\":null"),
                ("\"findings\":[", "\"findings\":[null,"),
                ("\"rescales\":[", "\"rescales\":[null,"),
                ("\"rescales\":[{\"slope\":2,\"intercept\":1}]", "\"rescales\":null"),
                ("\"code\":\"gantry-tilt\"", "\"code\":null"),
                ("\"gop\":\"flat\"", "\"gop\":null"),
                ("\"encoder\":\"x265 3.5\"", "\"encoder\":null"),
                ("\"sha256\":\"cd\"", "\"sha256\":null"),
                ("\"name\":\"policy-a\"", "\"name\":null"),
                ("\"trials\":[", "\"trials\":[null,"),
                ("\"name\":\"policy 16\"", "\"name\":null"),
            ])
        {
            Assert.Contains(from, json, StringComparison.Ordinal);
            Assert.Throws<InvalidInputException>(() => ManifestCheck.Run(Read(json.Replace(from, to, StringComparison.Ordinal)), "x.dgc"));
        }
    }

    [Fact]
    public void Changed_and_random_bytes_are_read_or_refused()
    {
        foreach (var bytes in Mutations.Of(ManifestJson.Write(Full())))
        {
            Memory.AssertLittle(() => Mutations.ReadOrRefuse(() => ManifestCheck.Run(ManifestJson.Read(bytes, "x"), "x")));
        }
    }

    private static Manifest Full() => Archives.Manifest with
    {
        Mapping = new SampleMapping
        {
            Kind = SampleMappingKind.Window,
            BitDepth = 12,
            Low = -1024,
            High = 3071,
            WindowCenter = 40.5,
            WindowWidth = 400.25,
            Rescales = [new Rescale(2, 1)],
            MaxError = 5_000_000_000,
        },
        Allocation = Archives.Manifest.Allocation with
        {
            Policy = new PolicyChoice("policy-a", new string('b', 64), 0.5, -3),
            Search = new SearchProof(0.95, 8, [new SearchProofTrial("policy 16", 5, 0.96), new SearchProofTrial("uniform at QP 32", 4, 0.5)], 0),
        },
        Entries = ImmutableSortedDictionary<string, EntrySection>.Empty.Add("video.hevc", new EntrySection(5, "ab", 7)).Add("headers.br", new EntrySection(6, "cd")),
    };

    private static void AssertComesBack(Manifest manifest)
    {
        var back = ManifestJson.Read(ManifestJson.Write(manifest), "x");
        Assert.Equal(Text(manifest), Text(back));
        Assert.Equal(manifest.Source with { Findings = default, Rescales = default }, back.Source with { Findings = default, Rescales = default });
        Assert.True(manifest.Source.Rescales.SequenceEqual(back.Source.Rescales));
        Assert.True(manifest.Source.Findings.SequenceEqual(back.Source.Findings));
        Assert.Equal((manifest.Video, manifest.Allocation), (back.Video, back.Allocation));
        Assert.Equal(manifest.Mapping with { Rescales = default }, back.Mapping with { Rescales = default });
        Assert.True(manifest.Mapping.Rescales.SequenceEqual(back.Mapping.Rescales));
        Assert.True(manifest.Entries.SequenceEqual(back.Entries));
    }

    private static string Text(Manifest manifest) => Encoding.UTF8.GetString(ManifestJson.Write(manifest));

    private static Manifest Read(string json) => ManifestJson.Read(Encoding.UTF8.GetBytes(json), "x.dgc");
}
