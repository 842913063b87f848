using System.Runtime.InteropServices;
using DiagCodec.Coding.Prepare;
using DiagCodec.EndToEnd.Support;
using DiagCodec.Imaging.Series;

namespace DiagCodec.EndToEnd.MainJob;

/// <summary>Every sample, from the source's files to the decoded ones, read by programs of other people.</summary>
[Collection(SharedRoundTrips.Name)]
public sealed class SampleTests(RoundTrips trips)
{
    [SkippableTheory]
    [MemberData(nameof(RoundTrips.All), MemberType = typeof(RoundTrips))]
    public async Task The_encoder_is_given_every_stored_value_exactly(string series)
    {
        var trip = await trips.OfAsync(series);
        var prepared = PreparedSeries.Of(SeriesReader.Read(trip.SourceFolder, null, CancellationToken.None), null, null, null);
        var (low, columns) = (trip.Manifest.GetProperty("mapping").GetProperty("low").GetInt32(), prepared.Frames.Picture.Width);
        var (frame, stored) = (new byte[prepared.Frames.Format.FrameBytes], new int[columns * prepared.Frames.Picture.Height]);
        for (var z = 0; z < trip.Source.Files.Count; z++)
        {
            prepared.Frames.Write(z, frame);
            var code = MemoryMarshal.Cast<byte, ushort>(frame).ToArray();
            var source = await trip.Source.PixelsAsync(z);
            Assert.True(source.Length == code.Length && source.Zip(code).All(p => p.First - low == p.Second), $"slice {z}: code is not stored - low");

            prepared.Frames.Mapping.ToStored(z, code, stored);
            Assert.True(source.Zip(stored).All(p => p.First == p.Second), $"slice {z}: not the same after mapping and back");
        }

        Assert.Equal(0, trip.Manifest.GetProperty("mapping").GetProperty("max_error").GetInt64());
    }

    [SkippableTheory]
    [MemberData(nameof(RoundTrips.All), MemberType = typeof(RoundTrips))]
    public async Task Ffmpeg_and_libde265_decode_the_same_samples(string series)
    {
        var trip = await trips.OfAsync(series);
        var (ffmpeg, libde265) = (await trip.FramesByFfmpegAsync(), await trip.FramesByLibde265Async());
        Assert.True(ffmpeg.AsSpan().SequenceEqual(libde265), "ffmpeg and libde265 differ");
        Assert.Equal(trip.Source.Files.Count * 2 * (await trip.Source.PixelsAsync(0)).Length, ffmpeg.Length);
    }

    [SkippableTheory]
    [MemberData(nameof(RoundTrips.All), MemberType = typeof(RoundTrips))]
    public async Task The_decoded_files_hold_what_libde265_decodes(string series)
    {
        var trip = await trips.OfAsync(series);
        var mapping = trip.Manifest.GetProperty("mapping");
        var (low, high) = (mapping.GetProperty("low").GetInt32(), mapping.GetProperty("high").GetInt32());
        var frames = MemoryMarshal.Cast<byte, ushort>(await trip.FramesByLibde265Async()).ToArray();
        Assert.Equal(trip.Source.Files.Count, trip.Decoded.Files.Count);
        for (var z = 0; z < trip.Decoded.Files.Count; z++)
        {
            var decoded = await trip.Decoded.PixelsAsync(z);
            var code = frames.AsSpan(z * decoded.Length, decoded.Length).ToArray();
            Assert.True(decoded.Zip(code).All(p => p.First == Math.Min(p.Second + low, high)), $"slice {z} differs");
        }
    }

    [SkippableTheory]
    [MemberData(nameof(RoundTrips.All), MemberType = typeof(RoundTrips))]
    public async Task Verify_measures_the_same_error_as_the_files_show(string series)
    {
        var trip = await trips.OfAsync(series);
        var result = (await CommandLine.RunAsync("verify", trip.Archive, "--against", trip.SourceFolder, "--json")).ShouldSucceed();
        long worst = 0;
        for (var z = 0; z < trip.Source.Files.Count; z++)
        {
            var (before, after) = (await trip.Source.PixelsAsync(z), await trip.Decoded.PixelsAsync(z));
            worst = Math.Max(worst, before.Zip(after).Max(p => Math.Abs((long)p.First - p.Second)));
        }

        Assert.Equal(worst, result.Json.GetProperty("against").GetProperty("largest_error").GetInt64());
    }
}
