using System.Globalization;
using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.MainJob;

/// <summary>Decoded files say that they went through a lossy codec, and from which instances they come.</summary>
[Collection(SharedRoundTrips.Name)]
public sealed class LossyTagTests(RoundTrips trips)
{
    [SkippableTheory]
    [MemberData(nameof(RoundTrips.All), MemberType = typeof(RoundTrips))]
    public async Task Every_slice_says_that_it_is_lossy_by_which_method_and_how_much(string series)
    {
        var trip = await trips.OfAsync(series);
        Assert.All(trip.Decoded.Tag("0028,2110"), value => Assert.Equal("01", value));
        Assert.All(trip.Decoded.Tag("0028,2114"), value => Assert.Equal("ISO_23008_2", value));
        Assert.All(trip.Decoded.Tag("0008,0008"), value => Assert.StartsWith("DERIVED\\", value, StringComparison.Ordinal));
        Assert.All(trip.Decoded.Tag("0008,2111"), value => Assert.Contains("HEVC", value, StringComparison.Ordinal));

        var expected = (double)trip.Summary.GetProperty("pixel_bytes").GetInt64() / trip.Summary.GetProperty("video_bytes").GetInt64();
        Assert.All(
            trip.Decoded.Tag("0028,2112"),
            value => Assert.InRange(double.Parse(value, CultureInfo.InvariantCulture) / expected, 0.999, 1.001));
    }

    [SkippableTheory]
    [MemberData(nameof(RoundTrips.All), MemberType = typeof(RoundTrips))]
    public async Task Instances_and_series_are_new_and_name_their_sources(string series)
    {
        var trip = await trips.OfAsync(series);
        var (before, after) = (trip.Source.Tag("0008,0018"), trip.Decoded.Tag("0008,0018"));
        Assert.Empty(before.Intersect(after));
        Assert.Equal(after.Length, after.Distinct().Count());
        Assert.NotEqual(trip.Source.Tag("0020,000e")[0], Assert.Single(trip.Decoded.Tag("0020,000e").Distinct()));
        for (var z = 0; z < after.Length; z += 7)
        {
            Assert.Contains(before[z], trip.Decoded.Dumps[z].Text, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task Decoding_twice_gives_the_same_files()
    {
        var trip = await trips.OfAsync(RoundTrips.Synthetic);
        using var scratch = new Scratch();
        await CommandLine.DecodeAsync(trip.Archive, scratch.Path("again"));
        Assert.Equal(Folders.Hash(trip.DecodedFolder), Folders.Hash(scratch.Path("again")));
    }

    [SkippableFact]
    public async Task Uid_keep_keeps_the_uids_of_the_source()
    {
        var trip = await trips.OfAsync(RoundTrips.Synthetic);
        using var scratch = new Scratch();
        await CommandLine.DecodeAsync(trip.Archive, scratch.Path("kept"), "--uid", "keep");
        var kept = await DicomFolder.OpenAsync(scratch.Path("kept"));
        foreach (var tag in (string[])["0008,0018", "0020,000e"])
        {
            Assert.Equal(trip.Source.Tag(tag), kept.Tag(tag));
        }
    }

    [SkippableFact]
    public async Task A_second_lossy_step_is_added_to_the_history_and_replaces_nothing()
    {
        var trip = await trips.OfAsync(RoundTrips.Synthetic);
        using var scratch = new Scratch();
        var result = await CommandLine.EncodeAsync(trip.DecodedFolder, scratch.Path("second.dgc"), "--qp", "40");
        Assert.Single(result.Notes);
        await CommandLine.DecodeAsync(scratch.Path("second.dgc"), scratch.Path("second"));
        var second = await DicomFolder.OpenAsync(scratch.Path("second"));
        Assert.All(second.Tag("0028,2114"), value => Assert.Equal("ISO_23008_2\\ISO_23008_2", value));

        var first = trip.Decoded.Tag("0028,2112")[0];
        Assert.All(second.Tag("0028,2112"), value => Assert.Matches($@"^{first}\\[0-9.]+$", value));
        Assert.All(second.Tag("0008,0008"), value => Assert.StartsWith("DERIVED\\", value, StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData("jpeg-ls", "1.2.840.10008.1.2.4.80")]
    [InlineData("j2k", "1.2.840.10008.1.2.4.90")]
    public async Task Lossless_transfer_syntaxes_hold_the_same_pixels(string word, string uid)
    {
        var trip = await trips.OfAsync(RoundTrips.Synthetic);
        using var scratch = new Scratch();
        await CommandLine.DecodeAsync(trip.Archive, scratch.Path("packed"), "--transfer-syntax", word);
        var packed = await DicomFolder.OpenAsync(scratch.Path("packed"));
        Assert.All(packed.Tag("0002,0010"), value => Assert.Equal(uid, value));
        for (var z = 0; z < packed.Files.Count; z++)
        {
            var plain = scratch.Path($"plain{z}.dcm");
            await Tool.CheckedAsync("gdcmconv", "--raw", packed.Files[z], plain);
            Assert.Equal(await trip.Decoded.PixelsAsync(z), await RawPixels.ReadAsync(plain));
        }
    }
}
