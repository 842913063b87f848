using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Faults;

/// <summary>ZIPs, as archives and as inputs, that want to write elsewhere, to fill the disk or to confuse.</summary>
public sealed class HostileZipTests(GoodArchive good) : IClassFixture<GoodArchive>
{
    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("/tmp/evil.txt")]
    [InlineData("video.hevc")]
    [InlineData("manifest.json")]
    [InlineData("extra.bin")]
    [InlineData("Video.hevc")]
    [InlineData("a/../manifest.json")]
    public async Task An_archive_with_a_strange_or_doubled_entry_is_refused(string name)
    {
        using var scratch = new Scratch();
        File.Copy(good.Path, scratch.Path("hostile.dgc"));
        using (var zip = ZipFile.Open(scratch.Path("hostile.dgc"), ZipArchiveMode.Update))
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.Write(Encoding.UTF8.GetBytes("evil"));
        }

        await ShouldBeRefusedAsync(scratch, 2);
    }

    [Fact]
    public async Task An_archive_whose_video_is_a_bomb_is_refused_before_it_goes_off()
    {
        using var scratch = new Scratch();
        using (var zip = new ZipArchive(File.Create(scratch.Path("hostile.dgc")), ZipArchiveMode.Create))
        {
            foreach (var name in (string[])["manifest.json", "headers.br"])
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                stream.Write(Archives.Entry(good.Path, name));
            }

            using var video = zip.CreateEntry("video.hevc", CompressionLevel.SmallestSize).Open();
            video.Write(new byte[64 << 20]);
        }

        await ShouldBeRefusedAsync(scratch, 2);
    }

    [Theory]
    [InlineData("video.frames", 100_000_000)]
    [InlineData("source.slices", 99_999)]
    [InlineData("source.columns", 2_000_000_000)]
    [InlineData("source.rows", 0)]
    [InlineData("video.format.width", -64)]
    [InlineData("mapping.bit_depth", 31)]
    [InlineData("mapping.high", 2_000_000_000)]
    [InlineData("allocation.block", 7)]
    [InlineData("entries.headers.br.plain", 2_000_000_000)]
    [InlineData("schema", 2)]
    public async Task A_manifest_that_promises_the_impossible_is_refused(string field, int value)
    {
        using var scratch = new Scratch();
        var manifest = JsonNode.Parse(Archives.Entry(good.Path, "manifest.json"))!;
        var path = field.Replace("headers.br", "headers/br", StringComparison.Ordinal).Split('.').Select(p => p.Replace('/', '.')).ToArray();
        path[..^1].Aggregate(manifest, (node, name) => node[name]!)[path[^1]] = value;
        Archives.Rewrite(good.Path, scratch.Path("hostile.dgc"), ("manifest.json", Encoding.UTF8.GetBytes(manifest.ToJsonString())));
        await ShouldBeRefusedAsync(scratch, 2);
    }

    [Fact]
    public async Task A_changed_video_with_right_checksums_of_the_zip_fails_verification()
    {
        using var scratch = new Scratch();
        var video = Archives.Entry(good.Path, "video.hevc");
        video[^10] ^= 1;
        Archives.Rewrite(good.Path, scratch.Path("hostile.dgc"), ("video.hevc", video));
        await ShouldBeRefusedAsync(scratch, 5);
    }

    [Theory]
    [InlineData("../../evil.dcm")]
    [InlineData("/evil.dcm")]
    [InlineData("a\\..\\evil.dcm")]
    [InlineData("c:evil.dcm")]
    public async Task An_input_zip_that_leads_elsewhere_is_not_unpacked(string name)
    {
        using var scratch = new Scratch();
        using (var zip = new ZipArchive(File.Create(scratch.Path("input.zip")), ZipArchiveMode.Create))
        {
            using var stream = zip.CreateEntry(name).Open();
            stream.WriteByte(1);
        }

        (await CommandLine.RunAsync("encode", scratch.Path("input.zip"), "-o", scratch.Path("out.dgc"))).ShouldFailWith(2);
        Assert.Equal(["input.zip"], Folders.Entries(scratch.Folder));
    }

    [Fact]
    public async Task An_input_zip_that_is_a_bomb_is_not_unpacked()
    {
        using var scratch = new Scratch();
        using (var zip = new ZipArchive(File.Create(scratch.Path("input.zip")), ZipArchiveMode.Create))
        {
            using var stream = zip.CreateEntry("zeros.dcm").Open();
            stream.Write(new byte[100 << 20]);
        }

        (await CommandLine.RunAsync("encode", scratch.Path("input.zip"), "-o", scratch.Path("out.dgc"))).ShouldFailWith(2);
        Assert.Equal(["input.zip"], Folders.Entries(scratch.Folder));
    }

    private static async Task ShouldBeRefusedAsync(Scratch scratch, int exitCode)
    {
        (await CommandLine.RunAsync("verify", scratch.Path("hostile.dgc"))).ShouldFailWith(exitCode);
        (await CommandLine.RunAsync("decode", scratch.Path("hostile.dgc"), "-o", scratch.Path("out"))).ShouldFailWith(exitCode);
        Assert.Equal(["hostile.dgc"], Folders.Entries(scratch.Folder));
    }
}
