using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.OddFiles;

/// <summary>Odd DICOM files either come back right or are refused with one clear line and no output.</summary>
public sealed class OddFileTests
{
    private const double LargestMeanError = 3;

    [SkippableTheory]
    [MemberData(nameof(OddEntries.All), MemberType = typeof(OddEntries))]
    public async Task It_is_refused_in_one_line_or_goes_through_with_its_oddness_named(string entry)
    {
        using var scratch = new Scratch();
        var result = await CommandLine.RunAsync("encode", OddEntries.Path(entry), "-o", scratch.Path("odd.dgc"), "--preset", "fast");
        if (OddEntries.Refused.TryGetValue(entry, out var word))
        {
            Assert.Contains(word, result.ShouldFailWith(2), StringComparison.Ordinal);
            Assert.Empty(Folders.Entries(scratch.Folder));
            return;
        }

        result.ShouldSucceed();
        Assert.Equal(result.ErrorLines, result.Notes);
        var found = Archives.Manifest(scratch.Path("odd.dgc")).GetProperty("source").GetProperty("findings");
        Assert.Equal(OddEntries.Findings.GetValueOrDefault(entry, []), found.EnumerateArray().Select(f => f.GetProperty("code").GetString()));
        Assert.Equal(found.GetArrayLength(), result.Notes.Count);
        (await CommandLine.RunAsync("verify", scratch.Path("odd.dgc"))).ShouldSucceed();
    }

    [SkippableTheory]
    [MemberData(nameof(OddEntries.Accepted), MemberType = typeof(OddEntries))]
    public async Task Decoded_files_have_the_pixels_and_geometry_of_their_sources(string entry)
    {
        using var scratch = new Scratch();
        await CommandLine.EncodeAsync(OddEntries.Path(entry), scratch.Path("odd.dgc"), "--qp", "0", "--gop", "flat");
        await CommandLine.DecodeAsync(scratch.Path("odd.dgc"), scratch.Path("decoded"));
        var sources = await DumpsAsync(OddEntries.Path(entry));
        var squeezed = Archives.Manifest(scratch.Path("odd.dgc")).GetProperty("mapping").GetProperty("max_error").GetInt64();
        var decoded = await DumpsAsync(scratch.Path("decoded"));
        Assert.Equal(sources.Count, decoded.Count);
        foreach (var after in decoded)
        {
            var before = Assert.Single(sources.Where(s => after.Text.Contains($"[{s["0008,0018"]}]", StringComparison.Ordinal)).Take(1));
            foreach (var tag in (string[])["0020,0032", "0020,0037", "0028,0030", "0028,0010", "0028,0011", "0028,0008", "0028,0101", "0028,0103", "0028,1052", "0028,1053", "0028,0120"])
            {
                Assert.Equal(before[tag], after[tag]);
            }

            var (expected, found) = (await RawPixels.ValuesAsync(before), await RawPixels.ValuesAsync(after));
            Assert.True(expected.Length == found.Length || OddEntries.Findings.GetValueOrDefault(entry, []).Contains("excess-pixel-data"));
            Assert.InRange(expected.Zip(found).Average(p => Math.Abs((long)p.First - p.Second)), 0, LargestMeanError + squeezed);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(OddEntries.Accepted), MemberType = typeof(OddEntries))]
    public async Task Dciodvfy_finds_no_error_that_the_source_did_not_have(string entry)
    {
        using var scratch = new Scratch();
        await CommandLine.EncodeAsync(OddEntries.Path(entry), scratch.Path("odd.dgc"));
        await CommandLine.DecodeAsync(scratch.Path("odd.dgc"), scratch.Path("decoded"));
        var before = await ErrorsAsync(OddEntries.Path(entry));
        var known = OddEntries.JudgedOtherwiseWhenDerived.GetValueOrDefault(entry, []);
        var added = (await ErrorsAsync(scratch.Path("decoded"))).Except(before).Where(e => !known.Any(k => e.Contains(k, StringComparison.Ordinal)));
        Assert.Equal("", string.Join('\n', added));
    }

    [SkippableFact]
    public async Task A_folder_with_broken_files_among_good_ones_is_refused_and_says_which()
    {
        using var scratch = new Scratch();
        var line = (await CommandLine.RunAsync("encode", OddEntries.Path("pydicom"), "-o", scratch.Path("odd.dgc"))).ShouldFailWith(2);
        Assert.Contains(".dcm", line, StringComparison.Ordinal);
        Assert.Empty(Folders.Entries(scratch.Folder));
    }

    private static async Task<IReadOnlyList<DicomDump>> DumpsAsync(string path)
    {
        var dumps = new List<DicomDump>();
        foreach (var file in File.Exists(path) ? [path] : Folders.Files(path))
        {
            dumps.Add(await DicomDump.OfAsync(file));
        }

        return dumps;
    }

    private static async Task<HashSet<string>> ErrorsAsync(string path)
    {
        var errors = new HashSet<string>();
        foreach (var file in File.Exists(path) ? [path] : Folders.Files(path))
        {
            var (_, text) = await Tool.RunAsync("dciodvfy", file);
            errors.UnionWith(text.Split('\n').Where(l => l.StartsWith("Error", StringComparison.Ordinal)));
        }

        return errors;
    }
}
