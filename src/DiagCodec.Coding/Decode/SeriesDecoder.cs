using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Coding.Decode;

/// <summary>From an archive back to stored values. Every run proves itself: entry hashes first, the hash of all frames last.</summary>
public sealed class SeriesDecoder
{
    private readonly IStreamDecoder _decoder;

    public SeriesDecoder(IStreamDecoder decoder) => _decoder = decoder;

    /// <summary>Decodes every slice into <paramref name="writer"/>; the caller names the output only when this returns.</summary>
    /// <returns>See <see cref="StreamProof.Note"/>; null where every sample is as the encoder saw it.</returns>
    /// <exception cref="VerificationException">The archive was changed, or decodes to other samples than the encoder saw.</exception>
    public async Task<string?> DecodeAsync(ArchiveReader archive, ISliceWriter writer, IProgress<CodingProgress>? progress, CancellationToken cancellation)
    {
        var padding = archive.ReadPadding();
        var note = await RunAsync(
            archive,
            (z, stored, chroma) =>
            {
                padding.Restore(z, stored);
                writer.Write(z, stored, chroma);
                progress?.Report(new CodingProgress("decoding", z + 1, archive.Manifest.Video.Frames));
            },
            cancellation);
        writer.Complete();
        return note;
    }

    /// <summary>Decodes and compares, writes nothing.</summary>
    /// <returns>See <see cref="StreamProof.Note"/>; null where every sample is as the encoder saw it.</returns>
    /// <exception cref="VerificationException">The archive was changed, or decodes to other samples than the encoder saw.</exception>
    public Task<string?> CheckAsync(ArchiveReader archive, IProgress<CodingProgress>? progress, CancellationToken cancellation)
    {
        archive.ReadPadding();
        archive.ReadHeaders();
        archive.ReadQpMap();
        var frames = archive.Manifest.Video.Frames;
        return RunAsync(archive, (z, _, _) => progress?.Report(new CodingProgress("verifying", z + 1, frames)), cancellation);
    }

    private async Task<string?> RunAsync(ArchiveReader archive, StoredSliceHandler onSlice, CancellationToken cancellation)
    {
        archive.CheckHashes();
        var (manifest, format) = (archive.Manifest, archive.Manifest.Video.Format);
        var unmapping = new SliceUnmapping(manifest.Source.Columns, manifest.Source.Rows, format, manifest.Mapping);
        using var video = archive.OpenVideo();
        var proof = await _decoder.DecodeAsync(
            video,
            manifest.Video,
            (z, frame) => onSlice(
                z,
                unmapping.Luma(z, frame.Span),
                manifest.Source.Kind == SourceKind.Y4m ? unmapping.Chroma(frame.Span, manifest.Source.Format, manifest.Source.BitsStored) : []),
            cancellation);
        return proof.FramesSha256 == manifest.Video.ReconstructionSha256
            ? null
            : proof.Note ?? throw new VerificationException(
                $"the video decodes to other samples than the encoder saw (SHA-256 {proof.FramesSha256}, the manifest says {manifest.Video.ReconstructionSha256})");
    }
}

/// <summary>Takes one decoded slice; the spans are reused after the call.</summary>
internal delegate void StoredSliceHandler(int slice, Span<int> stored, ReadOnlySpan<byte> chroma);
