using System.Globalization;
using System.Security.Cryptography;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Decode;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Exact;
using DiagCodec.LearnedCodecs.Files;
using DiagCodec.LearnedCodecs.Streams;
using TorchSharp;

namespace DiagCodec.LearnedCodecs.Archives;

/// <summary>
/// Decodes a learned stream with the model that made it. That the stream was read as it was written is proved by the hash of the latents, which is the
/// same on every machine. Samples need not be: where they differ, the sketch tells how far, and little is a note, much a fault.
/// </summary>
public sealed class LearnedDecoder : IStreamDecoder
{
    /// <summary>Root mean square difference to the encoder's samples, as a share of the full range, above which a decoding is refused.</summary>
    public const double LargestDifference = 1e-3;

    private readonly Func<LearnedSection, CodecFolder> _find;
    private readonly string _device;

    /// <param name="find">The model that a stream was made with.</param>
    /// <param name="device">cpu or cuda.</param>
    public LearnedDecoder(Func<LearnedSection, CodecFolder> find, string device) => (_find, _device) = (find, device);

    /// <summary>Threads, 1 or more; null: as many as there are cores. Latents do not depend on it.</summary>
    public int? Threads { get; init; }

    public Task<StreamProof> DecodeAsync(Stream stream, VideoSection video, Action<int, ReadOnlyMemory<byte>> onFrame, CancellationToken cancellation) =>
        Task.Run(() => Decode(stream, video, onFrame, cancellation), cancellation);

    private StreamProof Decode(Stream stream, VideoSection video, Action<int, ReadOnlyMemory<byte>> onFrame, CancellationToken cancellation)
    {
        var learned = video.Learned ?? throw new InvalidInputException("the archive holds HEVC video, no learned stream");
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var series = CodedSeries.Read(memory.GetBuffer().AsMemory(0, (int)memory.Length), "latents.dgl");
        Check(series.Header, video, learned);
        var model = _find(learned);
        var quality = model.Document.Qualities[model.NumberOf(learned.WeightsSha256, "latents.dgl") - 1];
        if (model.Document.Network.Codec != learned.Codec)
        {
            throw new InvalidInputException($"latents.dgl: is of {learned.Codec}, the model in {model.Path} of {model.Document.Network.Codec}");
        }

        var threads = Threads ?? Environment.ProcessorCount;
        torch.set_num_threads(threads);
        using var codec = model.OpenCodec(quality, _device, cancellation);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var latents = new LatentDigest();
        var (sketch, frame) = (new SampleSketch(), new byte[video.Format.FrameBytes]);
        for (var i = 0; i < series.Slices.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var known = codec.Latents(series.Slices[i], series.Header, threads);
            latents.Add(known);
            FramePicture.Write(codec.Synthesise(known, video.Format.Width, video.Format.Height, video.Format.BitDepth), frame);
            hash.AppendData(frame);
            sketch.Add(frame, video.Format.BytesPerSample);
            onFrame(i, frame);
        }

        var found = latents.Finish();
        return found == learned.LatentsSha256
            ? new StreamProof(Convert.ToHexStringLower(hash.GetHashAndReset()), Note(sketch.Difference(learned.Sketch), video.Format))
            : throw new VerificationException($"the stream decodes to other latents than the encoder had (SHA-256 {found}, the manifest says {learned.LatentsSha256})");
    }

    private static void Check(LearnedStreamHeader header, VideoSection video, LearnedSection learned)
    {
        header.RequireModel(learned.Codec, learned.WeightsSha256[..(2 * LearnedStreamHeader.HashBytes)], "latents.dgl");
        var isSame = (header.Width, header.Height, header.BitDepth, header.Slices, header.Channels)
            == (video.Format.Width, video.Format.Height, video.Format.BitDepth, video.Frames, 1);
        if (!isSame)
        {
            throw new InvalidInputException(
                $"latents.dgl: {header.Slices} slices of {header.Width}x{header.Height} pixels, {header.BitDepth} bits; the manifest says {video.Frames} of {video.Format.Width}x{video.Format.Height}, {video.Format.BitDepth}");
        }
    }

    private static string Note(double difference, FrameFormat format)
    {
        var share = difference / format.LargestCode;
        return share <= LargestDifference
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"the latents are those of the encoder, bit for bit; the samples differ from those on its machine by about {difference:0.###} of {format.LargestCode} (root mean square), because libtorch adds up in another order here")
            : throw new VerificationException(string.Create(
                CultureInfo.InvariantCulture,
                $"the latents are those of the encoder, but the samples differ by about {difference:0.###} of {format.LargestCode} (root mean square), more than another machine explains; is libtorch broken?"));
    }
}
