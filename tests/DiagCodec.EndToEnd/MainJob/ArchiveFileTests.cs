using System.Text;
using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.MainJob;

/// <summary>The archive as a file: what it costs, that it is always the same, that it tells nobody's name.</summary>
[Collection(SharedRoundTrips.Name)]
public sealed class ArchiveFileTests(RoundTrips trips)
{
    [SkippableTheory]
    [MemberData(nameof(RoundTrips.All), MemberType = typeof(RoundTrips))]
    public async Task Headers_cost_at_most_four_kilobytes_and_150_bytes_a_slice(string series)
    {
        var trip = await trips.OfAsync(series);
        var besideVideo = new FileInfo(trip.Archive).Length - Archives.Entry(trip.Archive, "video.hevc").Length;
        Assert.InRange(besideVideo, 1, 4096 + (150 * trip.Source.Files.Count));
    }

    [SkippableTheory]
    [MemberData(nameof(RoundTrips.All), MemberType = typeof(RoundTrips))]
    public async Task The_same_command_gives_the_same_bytes_with_any_number_of_threads(string series)
    {
        var trip = await trips.OfAsync(series);
        using var scratch = new Scratch();
        foreach (var threads in (string[])["1", "2"])
        {
            await CommandLine.EncodeAsync(trip.SourceFolder, scratch.Path("again.dgc"), "--threads", threads, "--overwrite");
            Assert.True(Folders.Hash(trip.Archive) == Folders.Hash(scratch.Path("again.dgc")), $"other bytes with {threads} threads");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(RoundTrips.All), MemberType = typeof(RoundTrips))]
    public async Task The_manifest_names_neither_patient_nor_path(string series)
    {
        var trip = await trips.OfAsync(series);
        var manifest = Encoding.UTF8.GetString(Archives.Entry(trip.Archive, "manifest.json"));
        foreach (var tag in (string[])["0010,0010", "0010,0020", "0008,0018", "0020,000e", "0020,000d", "0008,0020", "0008,0050"])
        {
            foreach (var value in trip.Source.Tag(tag).Where(v => v.Length > 0 && !v.StartsWith('(')))
            {
                Assert.DoesNotContain(value, manifest, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain(Path.GetDirectoryName(trip.SourceFolder)!, manifest, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetDirectoryName(trip.Archive)!, manifest, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Format_hevc_gives_the_video_entry_as_it_is()
    {
        var trip = await trips.OfAsync(RoundTrips.Synthetic);
        using var scratch = new Scratch();
        await CommandLine.DecodeAsync(trip.Archive, scratch.Path("video.hevc"), "--format", "hevc");
        Assert.Equal(Archives.Entry(trip.Archive, "video.hevc"), await File.ReadAllBytesAsync(scratch.Path("video.hevc")));
    }

    [SkippableFact]
    public async Task Picture_hashes_are_there_on_request_and_libde265_finds_them_right()
    {
        var trip = await trips.OfAsync(RoundTrips.Synthetic);
        using var scratch = new Scratch();
        await CommandLine.EncodeAsync(trip.SourceFolder, scratch.Path("hashed.dgc"), "--picture-hash");
        await File.WriteAllBytesAsync(scratch.Path("v.hevc"), Archives.Entry(scratch.Path("hashed.dgc"), "video.hevc"));
        var words = await Tool.CheckedAsync("libde265-dec265", "-q", "-c", scratch.Path("v.hevc"));
        Assert.DoesNotContain("mismatch", words, StringComparison.OrdinalIgnoreCase);
        var plain = Archives.Entry(trip.Archive, "video.hevc").Length;
        Assert.InRange(new FileInfo(scratch.Path("v.hevc")).Length - plain, 25 * trip.Source.Files.Count, 27 * trip.Source.Files.Count);
    }
}
