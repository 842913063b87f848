using System.Collections.Immutable;
using System.Security.Cryptography;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Metrics;
using DiagCodec.Metrics.Images;
using DiagCodec.Metrics.Segmentation;
using DiagCodec.Segmentation.Harden;
using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Evaluation.Tolerance.Measure;

/// <summary>One case on one thread: codes it, has the models segment what comes back, and compares.</summary>
internal sealed class ToleranceCase : IDisposable
{
    private readonly LabelledSeries _series;
    private readonly int _classes;
    private readonly long _truthVoxels;
    private readonly Dictionary<string, (CaseSegmenter Segmenter, LabelMap Own)> _opened = [];

    public ToleranceCase(LabelledSeries series, int classes)
    {
        (_series, _classes) = (series, classes);
        _truthVoxels = series.Truth.Labels.Length - series.Truth.Labels.Span.Count((byte)0);
        Data = Hash(series);
    }

    /// <summary>First half of the SHA-256 over sizes, samples and truth, in hex.</summary>
    public string Data { get; }

    private Volume Volume => _series.Series.Volume;

    /// <summary>The slices as they were read.</summary>
    public ToleranceRow Source(ToleranceModel model, CancellationToken cancellation) =>
        Row(model, null, Open(model, cancellation).Own, cancellation);

    /// <summary>After coding at a base QP: one row a model.</summary>
    public async Task<ImmutableArray<ToleranceRow>> CodedAsync(
        IReadOnlyList<ToleranceModel> models, int qp, EncoderPreset preset, IVideoEncoder encoder, CancellationToken cancellation)
    {
        var prepared = PreparedSeries.Of(_series.Series, bitDepth: null, window: null, chroma: null);
        var job = new CodingJob(prepared, _series.Truth, SliceRun.Whole(Volume), CodingVariant.Uniform(qp), preset);
        var coded = await job.EncodeAsync(encoder, threads: 1, cancellation);
        var psnr = CodePsnr(coded.Decoded, prepared);
        return
        [
            .. models.Select(m => Row(m, qp, Open(m, cancellation).Segmenter.Segment(coded.Decoded, cancellation), cancellation) with
            {
                Bytes = coded.Bytes,
                BitsPerVoxel = BitsPerVoxel.Of(coded.Bytes, (long)Volume.PixelsPerSlice * Volume.Slices),
                Psnr = psnr,
            }),
        ];
    }

    public void Dispose()
    {
        foreach (var (segmenter, _) in _opened.Values)
        {
            segmenter.Dispose();
        }
    }

    private static string Hash(LabelledSeries series)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var volume = series.Series.Volume;
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(FormattableString.Invariant($"{volume.Columns} {volume.Rows} {volume.Slices} {volume.Format}")));
        for (var z = 0; z < volume.Slices; z++)
        {
            hash.AppendData(volume.SliceBytes(z));
        }

        hash.AppendData(series.Truth.Labels.Span);
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, SHA256.HashSizeInBytes / 2));
    }

    private (CaseSegmenter Segmenter, LabelMap Own) Open(ToleranceModel model, CancellationToken cancellation)
    {
        if (!_opened.TryGetValue(model.Name, out var opened))
        {
            var segmenter = model.Open(_series.Name);
            try
            {
                opened = (segmenter, segmenter.Segment(Volume, cancellation));
            }
            catch
            {
                segmenter.Dispose();
                throw;
            }

            _opened.Add(model.Name, opened);
        }

        return opened;
    }

    private ToleranceRow Row(ToleranceModel model, int? qp, LabelMap found, CancellationToken cancellation)
    {
        var truth = Counts(_series.Truth, found);
        var own = Counts(Open(model, cancellation).Own, found);
        return new ToleranceRow(
            _series.Name,
            Data,
            model.Name,
            qp,
            _truthVoxels,
            null,
            null,
            null,
            ClassMeans.Of(truth).ForegroundDice,
            ClassMeans.Of(own).ForegroundDice,
            [.. Enumerable.Range(1, _classes - 1).Select(k => truth.Of(k).Dice)]);
    }

    private ConfusionCounts Counts(LabelMap expected, LabelMap found)
    {
        var counts = new ConfusionCounts(_classes);
        counts.Add(expected.Labels.Span, found.Labels.Span);
        return counts;
    }

    private double? CodePsnr(Volume decoded, PreparedSeries prepared)
    {
        var (stored, before, after) = (new int[Volume.PixelsPerSlice], new ushort[Volume.PixelsPerSlice], new ushort[Volume.PixelsPerSlice]);
        var (squared, voxels) = (0.0, 0L);
        for (var z = 0; z < Volume.Slices; z++)
        {
            Volume.ReadSlice(z, stored);
            prepared.Frames.Mapping.ToCode(z, stored, before);
            decoded.ReadSlice(z, stored);
            prepared.Frames.Mapping.ToCode(z, stored, after);

            // Padding comes back exactly, so it adds nothing to the sum and must not add to the count.
            squared += SquaredError.Sum<ushort>(before, after);
            voxels += stored.Length;
            foreach (var run in prepared.Padding.Slice(z))
            {
                voxels -= run.Length;
            }
        }

        return voxels == 0 ? null : Psnr.Of(squared / voxels, prepared.Frames.Format.LargestCode);
    }
}
