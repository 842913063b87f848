using System.Collections.Immutable;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Archives;
using DiagCodec.LearnedCodecs.Files;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Tests.Support;

namespace DiagCodec.LearnedCodecs.Tests.Archives;

public sealed class LearnedArchiveTests
{
    [Theory]
    [InlineData(CodecShape.MeanScale)]
    [InlineData(CodecShape.Mvmic)]
    [InlineData(CodecShape.Cheng)]
    public async Task Frames_come_back_as_the_encoder_said(string codec)
    {
        using var folder = new TempFolder();
        var model = TinyModel.Store(folder["m"], codec);
        var frames = TinyModel.Frames(100, 70, 3);
        var seen = new List<byte[]>();
        var video = await Encode(model, frames, folder.Path, (_, f) => seen.Add(f.ToArray()));
        Assert.Equal((3, 3), (video.Frames.Length, seen.Count));
        var decoded = new List<byte[]>();
        using var stream = File.OpenRead(video.Path);
        var proof = await new LearnedDecoder(_ => model, "cpu").DecodeAsync(stream, Section(frames, video), (_, f) => decoded.Add(f.ToArray()), CancellationToken.None);
        Assert.Equal(video.ReconstructionSha256, proof.FramesSha256);
        Assert.Equal(seen, decoded);
    }

    [Fact]
    public async Task The_stream_does_not_depend_on_the_number_of_threads()
    {
        using var folder = new TempFolder();
        var model = TinyModel.Store(folder["m"]);
        var one = await Encode(model, TinyModel.Frames(100, 70, 2), Directory.CreateDirectory(folder["one"]).FullName, null, 1);
        var two = await Encode(model, TinyModel.Frames(100, 70, 2), Directory.CreateDirectory(folder["two"]).FullName, null, 2);
        Assert.Equal(File.ReadAllBytes(one.Path), File.ReadAllBytes(two.Path));
    }

    [Fact]
    public async Task Other_pixels_with_the_same_latents_are_a_note_with_the_measure_and_far_ones_a_fault()
    {
        using var folder = new TempFolder();
        var model = TinyModel.Store(folder["m"]);
        var frames = TinyModel.Frames(100, 70, 2);
        var video = await Encode(model, frames, folder.Path, null);

        // As an encoder on another machine would have said it: one sample in a hundred off by one.
        var near = Off(video, frames, 100, 1);
        var proof = await Decode(model, near, frames);
        Assert.NotEqual(near.ReconstructionSha256, proof.FramesSha256);
        Assert.Contains("latents are those of the encoder, bit for bit", proof.Note, StringComparison.Ordinal);
        var told = double.Parse(proof.Note!.Split("by about ")[1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(told, 0.05, 0.18);

        var fault = await Assert.ThrowsAsync<VerificationException>(() => Decode(model, Off(video, frames, 1, 60), frames));
        Assert.Contains("more than another machine explains", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_latents_are_a_fault()
    {
        using var folder = new TempFolder();
        var model = TinyModel.Store(folder["m"]);
        var frames = TinyModel.Frames(100, 70, 1);
        var video = await Encode(model, frames, folder.Path, null);
        var other = video with { Learned = video.Learned! with { LatentsSha256 = new string('0', 64) } };
        Assert.Contains("other latents", (await Assert.ThrowsAsync<VerificationException>(() => Decode(model, other, frames))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_model_is_told()
    {
        using var folder = new TempFolder();
        var model = TinyModel.Store(folder["m"]);
        var frames = TinyModel.Frames(100, 70, 1);
        var video = await Encode(model, frames, folder.Path, null);
        var foreign = TinyModel.Store(folder["f"], seed: 7);
        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => Decode(foreign, video, frames));
        Assert.Contains($"weights {video.Learned!.WeightsSha256}, which the model in {folder["f"]} does not have", fault.Message, StringComparison.Ordinal);
        var lying = video with { Learned = video.Learned with { WeightsSha256 = foreign.Document.Qualities[0].Sha256 } };
        Assert.Contains("was made with the model", (await Assert.ThrowsAsync<InvalidInputException>(() => Decode(foreign, lying, frames))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Streams_of_other_sizes_than_the_manifest_are_told()
    {
        using var folder = new TempFolder();
        var model = TinyModel.Store(folder["m"]);
        var video = await Encode(model, TinyModel.Frames(100, 70, 2), folder.Path, null);
        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => Decode(model, video, TinyModel.Frames(100, 70, 3)));
        Assert.Contains("2 slices of 100x70 pixels", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_of_three_channels_and_qualities_that_are_not_there_are_refused()
    {
        using var folder = new TempFolder();
        var three = TinyModel.Store(folder["m"], channels: 3);
        Assert.Contains("pictures of 3 channels", Assert.Throws<InvalidInputException>(() => new LearnedEncoder(three, null, "cpu", CancellationToken.None)).Message, StringComparison.Ordinal);
        var one = TinyModel.Store(folder["o"]);
        Assert.Contains("--quality 2: expected 1 to 1", Assert.Throws<UsageException>(() => new LearnedEncoder(one, 2, "cpu", CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    private static async Task<EncodedVideo> Encode(CodecFolder model, FrameSequence frames, string folder, Action<int, ReadOnlyMemory<byte>>? see, int threads = 1)
    {
        using var encoder = new LearnedEncoder(model, null, "cpu", CancellationToken.None);
        var plan = new CodingPlan("model", 0, "flat", EncoderPreset.Balanced, QpMap.Uniform(frames.Format, frames.Count, 0, GopStructure.Flat, 64));
        return await encoder.EncodeAsync(new EncodeRequest(frames, plan, folder) { Threads = threads, OnReconstruction = see }, CancellationToken.None);
    }

    private static async Task<DiagCodec.Coding.Decode.StreamProof> Decode(CodecFolder model, EncodedVideo video, FrameSequence frames)
    {
        using var stream = File.OpenRead(video.Path);
        return await new LearnedDecoder(_ => model, "cpu") { Threads = 1 }.DecodeAsync(stream, Section(frames, video), (_, _) => { }, CancellationToken.None);
    }

    private static VideoSection Section(FrameSequence frames, EncodedVideo video) =>
        new(frames.Format, frames.Count, video.Encoder, video.Options, video.ReconstructionSha256) { Learned = video.Learned };

    /// <summary>The sketch of samples that are off at every so many places: the stored sums, moved as the difference moves them.</summary>
    private static EncodedVideo Off(EncodedVideo video, FrameSequence frames, int every, byte by)
    {
        var (still, moved) = (new SampleSketch(), new SampleSketch());
        var frame = new byte[frames.Format.FrameBytes];
        var changed = new byte[frame.Length];
        for (var i = 0; i < changed.Length; i += 2 * every)
        {
            changed[i] = by;
        }

        for (var i = 0; i < frames.Count; i++)
        {
            still.Add(frame, frames.Format.BytesPerSample);
            moved.Add(changed, frames.Format.BytesPerSample);
        }

        var difference = moved.Finish().Zip(still.Finish(), (a, b) => a - b);
        ImmutableArray<long> sketch = [.. video.Learned!.Sketch.Zip(difference, (a, b) => a + b)];
        return video with { Learned = video.Learned with { Sketch = sketch }, ReconstructionSha256 = new string('0', 64) };
    }
}
