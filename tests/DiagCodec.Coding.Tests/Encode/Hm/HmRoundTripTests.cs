using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Decode;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Encode.Hm;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Tests.Encode.Hm;

/// <summary>With x265 behind the fake, so that there is a real stream: the whole way to an archive that decodes and verifies.</summary>
[Collection(ProcessTests.Name)]
public sealed class HmRoundTripTests
{
    [Theory]
    [InlineData(8, SampleFormat.UInt8, 255)]
    [InlineData(12, SampleFormat.UInt16, 4095)]
    public async Task An_archive_made_by_HM_decodes_to_what_HM_saw(int depth, SampleFormat format, int high)
    {
        using var hm = new FakeHm($$"""
            '{{X265Program.Find()}}' --width "$(setting SourceWidth)" --height "$(setting SourceHeight)" --depth "$(setting InternalBitDepth)" \
              --chroma "$(setting ChromaFormatIDC)" --preset fast --qp "$(setting QP)" --output "$video" --recon "$recon" < "$input" 2>/dev/null || exit 1
            version; pictures; summary
            """);
        using var folder = new TempFolder();
        var prepared = Requests.Prepared(Volumes.Random(3, 83, 77, 10, format, 0, high), depth);
        var plan = HmJobs.Plan(prepared.Frames.Format, 10, 30, "flat");
        var steps = new List<int>();
        var settings = new EncodeSettings { Tool = "test 1", Command = "encode", Verify = true, OnReconstruction = (i, _) => steps.Add(i) };
        var result = await new SeriesEncoder(new HmEncoder(new HmOptions { Program = hm.Path }))
            .EncodeAsync(prepared, plan, folder.File("out.dgc"), settings, CancellationToken.None)
            .WaitAsync(Requests.Watchdog);

        Assert.True(result.Verified);
        Assert.Equal(Enumerable.Range(0, 10), steps);
        Assert.Equal(["out.dgc"], folder.Names());
        Assert.All(result.Video.Frames, f => Assert.InRange(f.Psnr!.Value, 15, 60));
        using var archive = ArchiveReader.Open(folder.File("out.dgc"));
        Assert.Equal("HM 16.25", archive.Manifest.Video.Encoder);
        Assert.Contains("GOPSize=8", archive.Manifest.Video.Options, StringComparison.Ordinal);
        await new SeriesDecoder(new HevcDecoder()).CheckAsync(archive, null, CancellationToken.None);
        hm.AssertGone();
    }
}
