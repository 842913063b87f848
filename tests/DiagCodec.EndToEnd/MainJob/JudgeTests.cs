using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.MainJob;

/// <summary>Decoded DICOM files before other people's judges.</summary>
[Collection(SharedRoundTrips.Name)]
public sealed class JudgeTests(RoundTrips trips)
{
    [SkippableTheory]
    [MemberData(nameof(RoundTrips.All), MemberType = typeof(RoundTrips))]
    public async Task Dciodvfy_finds_no_error_that_the_source_did_not_have(string series)
    {
        var trip = await trips.OfAsync(series);
        for (var z = 0; z < trip.Source.Files.Count; z++)
        {
            var (before, after) = (await ErrorsAsync(trip.Source.Files[z]), await ErrorsAsync(trip.Decoded.Files[z]));
            Assert.Equal("", string.Join('\n', after.Except(before)));
        }

        static async Task<IEnumerable<string>> ErrorsAsync(string file) =>
            (await Tool.RunAsync("dciodvfy", file)).Text.Split('\n').Where(l => l.StartsWith("Error", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [MemberData(nameof(RoundTrips.All), MemberType = typeof(RoundTrips))]
    public async Task Gdcminfo_sees_the_same_geometry_bits_and_rescale(string series)
    {
        var trip = await trips.OfAsync(series);
        for (var z = 0; z < trip.Source.Files.Count; z += 8)
        {
            Assert.Equal(await InfoAsync(trip.Source.Files[z]), await InfoAsync(trip.Decoded.Files[z]));
        }

        static async Task<IEnumerable<string>> InfoAsync(string file) =>
            (await Tool.CheckedAsync("gdcminfo", file)).Split('\n').Where(l => !l.Contains("TransferSyntax", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [InlineData("0020,0032", "0020,0037", "0028,0030", "0018,0050", "0028,0010", "0028,0011")]
    [InlineData("0028,0100", "0028,0101", "0028,0102", "0028,0103", "0028,0004", "0028,0120")]
    [InlineData("0028,1052", "0028,1053", "0028,1050", "0028,1051", "0020,0052", "0020,000d")]
    [InlineData("0008,0016", "0008,0060", "0010,0010", "0010,0020", "0020,0013", "0008,0020")]
    public async Task Dcmdump_reads_the_same_values_in_every_slice(params string[] tags)
    {
        foreach (var series in (string[])[RoundTrips.Synthetic, RoundTrips.ChestCt])
        {
            var trip = await trips.OfAsync(series);
            foreach (var tag in tags)
            {
                Assert.Equal(trip.Source.Tag(tag), trip.Decoded.Tag(tag));
            }
        }
    }
}
