using System.Collections.Immutable;
using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Decode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Files;

namespace DiagCodec.Coding.Encode;

/// <summary>From prepared frames and a coding plan to an archive.</summary>
public sealed class SeriesEncoder
{
    private readonly IVideoEncoder _encoder;
    private readonly IStreamDecoder _decoder;

    /// <param name="encoder">That codes.</param>
    /// <param name="decoder">That verifies; null: HEVC's.</param>
    public SeriesEncoder(IVideoEncoder encoder, IStreamDecoder? decoder = null) => (_encoder, _decoder) = (encoder, decoder ?? new HevcDecoder());

    /// <param name="prepared">The series.</param>
    /// <param name="plan">QPs of every frame and block.</param>
    /// <param name="output">Path of the archive; it appears only when it is whole.</param>
    /// <param name="settings">Everything else.</param>
    /// <param name="cancellation">Leaves nothing behind.</param>
    /// <exception cref="OutputException">The archive cannot be written.</exception>
    /// <exception cref="ToolException">The encoder is missing or failed.</exception>
    /// <exception cref="VerificationException">The archive does not decode to what the encoder saw.</exception>
    public async Task<EncodeResult> EncodeAsync(
        PreparedSeries prepared, CodingPlan plan, string output, EncodeSettings settings, CancellationToken cancellation)
    {
        using var archive = new PendingFile(output, settings.Overwrite);
        using var work = new WorkFolder();
        var frames = prepared.Frames;
        var entries = Task.Run(
            () => CompressedEntry.Of(prepared.Series.Headers, prepared.Padding, plan.FollowsFromBaseQp() ? null : plan.Map), cancellation);
        var video = await _encoder.EncodeAsync(
            new EncodeRequest(frames, plan, work.Path)
            {
                Threads = settings.Threads,
                PictureHash = settings.PictureHash,
                OnReconstruction = (i, frame) =>
                {
                    settings.Progress?.Report(new CodingProgress("encoding", i + 1, frames.Count));
                    settings.OnReconstruction?.Invoke(i, frame);
                },
            },
            cancellation);

        var manifest = ArchiveWriter.Write(Describe(prepared, plan, video, settings), video.Path, await entries, archive.Stream);
        if (settings.Verify)
        {
            await VerifyAsync(archive.TemporaryPath, _decoder, settings.Progress, cancellation);
        }

        cancellation.ThrowIfCancellationRequested();
        var bytes = archive.Stream.Length;
        archive.Commit();
        return new EncodeResult(manifest, video, bytes, settings.Verify);
    }

    /// <summary>Decodes an archive and compares with what the encoder saw.</summary>
    /// <exception cref="VerificationException">It differs.</exception>
    public static async Task VerifyAsync(string archive, IStreamDecoder decoder, IProgress<CodingProgress>? progress, CancellationToken cancellation)
    {
        using var reader = ArchiveReader.Open(archive);
        await new SeriesDecoder(decoder).CheckAsync(reader, progress, cancellation);
    }

    private static Manifest Describe(PreparedSeries prepared, CodingPlan plan, EncodedVideo video, EncodeSettings settings)
    {
        var (series, volume, frames) = (prepared.Series, prepared.Series.Volume, prepared.Frames);
        return new Manifest
        {
            Schema = Manifest.CurrentSchema,
            Tool = settings.Tool,
            Command = settings.Command,
            Source = new SourceSection(
                series.Headers.Kind,
                series.Description,
                volume.Columns,
                volume.Rows,
                volume.Slices,
                volume.Format,
                volume.BitsStored,
                volume.LowIsBright,
                series.SourceBytes,
                volume.Rescales.Distinct().Count() == 1 ? [volume.Rescales[0]] : volume.Rescales,
                series.Findings,
                GeometrySection.Of(volume.Geometry),
                volume.Padding),
            Video = new VideoSection(frames.Format, frames.Count, video.Encoder, video.Options, video.ReconstructionSha256) { Learned = video.Learned },
            Mapping = frames.Mapping,
            Allocation = new AllocationSection(plan.Allocator, plan.BaseQp, plan.Gop, plan.Preset, plan.Map.BlockSize)
            {
                TargetBytes = plan.TargetBytes,
                TargetOf = plan.TargetOf,
                Task = plan.Task,
                WeightsSha256 = plan.WeightsSha256,
                Policy = plan.Policy,
                Search = plan.Search,
            },
            Entries = ImmutableSortedDictionary<string, EntrySection>.Empty,
        };
    }
}
