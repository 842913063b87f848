using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Exact;
using DiagCodec.LearnedCodecs.Files;
using DiagCodec.LearnedCodecs.Pictures;
using DiagCodec.LearnedCodecs.Streams;
using TorchSharp;

namespace DiagCodec.LearnedCodecs.Archives;

/// <summary>Codes every frame by itself with a model's network. Of the coding plan nothing counts.</summary>
public sealed class LearnedEncoder : IVideoEncoder, IDisposable
{
    private const string StreamFile = "latents.dgl";

    private readonly CodecFolder _model;
    private readonly int _number;
    private readonly CodecQuality _quality;
    private readonly PictureCodec _codec;

    /// <param name="model">That codes.</param>
    /// <param name="quality">From 1; null for the one in the middle.</param>
    /// <param name="device">cpu or cuda.</param>
    /// <param name="cancellation">Ends the loading.</param>
    /// <exception cref="UsageException">The model has no such quality.</exception>
    /// <exception cref="InvalidInputException">Its weights are broken, or it codes pictures of three channels.</exception>
    public LearnedEncoder(CodecFolder model, int? quality, string device, CancellationToken cancellation)
    {
        _model = model;
        if (model.Document.Network.Channels != 1)
        {
            throw new InvalidInputException($"{model.Path}: codes pictures of {model.Document.Network.Channels} channels, slices have 1; use another model");
        }

        (_number, _quality) = model.Choose(quality);
        _codec = model.OpenCodec(_quality, device, cancellation);
    }

    public string Name => _model.Document.Network.Codec;

    /// <summary>What codes the frames; this encoder's own, which disposes of it.</summary>
    public PictureCodec Codec => _codec;

    public Task<EncodedVideo> EncodeAsync(EncodeRequest request, CancellationToken cancellation) => Task.Run(() => Encode(request, cancellation), cancellation);

    public void Dispose() => _codec.Dispose();

    private EncodedVideo Encode(EncodeRequest request, CancellationToken cancellation)
    {
        var (frames, format) = (request.Frames, request.Frames.Format);
        if (format.Chroma != ChromaFormat.Luma400)
        {
            throw new UsageException($"{Name} codes slices without chroma; leave --chroma out, and use the HEVC encoder for colour");
        }

        var threads = request.Threads ?? Environment.ProcessorCount;
        torch.set_num_threads(threads);
        using var process = Process.GetCurrentProcess();
        var begun = process.TotalProcessorTime;
        using var writer = new CodedSeriesWriter(new LearnedStreamHeader(
            Name, _quality.Sha256[..(2 * LearnedStreamHeader.HashBytes)], format.Width, format.Height, 1, format.BitDepth, frames.Count));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var latents = new LatentDigest();
        var (sketch, bytes) = (new SampleSketch(), new byte[format.FrameBytes]);
        var statistics = ImmutableArray.CreateBuilder<FrameStatistics>(frames.Count);
        for (var i = 0; i < frames.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var start = Stopwatch.GetTimestamp();
            frames.Write(i, bytes);
            var picture = FramePicture.Of(bytes, format);
            var encoded = _codec.Encode(picture, threads);
            writer.Add(encoded.Slice);
            latents.Add(encoded.Known);
            var decoded = _codec.Synthesise(encoded.Known, format.Width, format.Height, format.BitDepth);
            FramePicture.Write(decoded, bytes);
            hash.AppendData(bytes);
            sketch.Add(bytes, format.BytesPerSample);
            statistics.Add(Statistics(i, picture, decoded, encoded.Slice, Stopwatch.GetElapsedTime(start)));
            request.OnReconstruction?.Invoke(i, bytes);
        }

        var stream = writer.Finish();
        var path = Path.Combine(request.WorkFolder, StreamFile);
        File.WriteAllBytes(path, stream);
        process.Refresh();
        var version = string.Create(CultureInfo.InvariantCulture, $"diagcodec {Name}, stream version {LearnedStreamHeader.Version}");
        return new EncodedVideo(
            path, stream.Length, Convert.ToHexStringLower(hash.GetHashAndReset()), version, $"model={_model.Document.Name} quality={_number} weights={_quality.Sha256}",
            statistics.ToImmutable(), process.TotalProcessorTime - begun)
        {
            Learned = new LearnedSection(Name, _model.Document.Name, _number, _quality.Sha256, latents.Finish(), sketch.Finish()),
        };
    }

    private static FrameStatistics Statistics(int frame, Picture source, Picture decoded, CodedSlice slice, TimeSpan time)
    {
        var sse = 0.0;
        for (var i = 0; i < source.Samples.Length; i++)
        {
            var error = source.Samples[i] - decoded.Samples[i];
            sse += (double)error * error;
        }

        double? psnr = sse > 0 ? 10 * Math.Log10((double)source.Largest * source.Largest * source.Samples.Length / sse) : null;
        return new FrameStatistics(frame, "I", 0, 8L * (slice.Hyper.Length + slice.Latent.Length), sse, psnr, time.TotalMilliseconds);
    }
}
