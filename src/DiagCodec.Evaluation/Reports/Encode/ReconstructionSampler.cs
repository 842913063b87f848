using System.Collections.Immutable;
using DiagCodec.Coding.Prepare;
using DiagCodec.Metrics;

namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>
/// Watches an encoder at work: keeps the decoded stored values of a few slices, and of all slices how far they are from the source.
/// Hand <see cref="Take"/> to EncodeSettings.OnReconstruction; frames must come one at a time.
/// </summary>
public sealed class ReconstructionSampler
{
    private readonly PreparedSeries _prepared;
    private readonly SliceUnmapping _unmapping;
    private readonly SortedDictionary<int, int[]?> _kept;
    private readonly SliceError?[] _errors;
    private readonly int[] _source;

    /// <param name="prepared">What is encoded.</param>
    /// <param name="slices">To keep, counted from 0; null: five, evenly spread.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such slice.</exception>
    public ReconstructionSampler(PreparedSeries prepared, IEnumerable<int>? slices = null)
    {
        var volume = prepared.Series.Volume;
        _prepared = prepared;
        _unmapping = new SliceUnmapping(volume.Columns, volume.Rows, prepared.Frames.Format, prepared.Frames.Mapping);
        _errors = new SliceError?[volume.Slices];
        _source = new int[volume.PixelsPerSlice];
        _kept = [];
        foreach (var z in slices ?? SliceChoice.Evenly(volume.Slices))
        {
            ArgumentOutOfRangeException.ThrowIfNegative(z, nameof(slices));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(z, volume.Slices, nameof(slices));
            _kept[z] = null;
        }
    }

    /// <summary>The chosen slices, ascending.</summary>
    public ImmutableArray<int> Slices => [.. _kept.Keys];

    /// <summary>Error of every slice; null for slices that have not come yet.</summary>
    public IReadOnlyList<SliceError?> Errors => _errors;

    /// <summary>The decoded stored values of a chosen slice, padding restored; null when it has not come.</summary>
    public ReadOnlyMemory<int>? Decoded(int slice) =>
        _kept.GetValueOrDefault(slice) is { } values ? values : default(ReadOnlyMemory<int>?);

    /// <param name="frame">Index in coding order.</param>
    /// <param name="planarFrame">In the coded frame format; not needed after the call.</param>
    public void Take(int frame, ReadOnlyMemory<byte> planarFrame)
    {
        var stored = _unmapping.Luma(frame, planarFrame.Span);
        _prepared.Padding.Restore(frame, stored);
        _prepared.Series.Volume.ReadSlice(frame, _source);
        _errors[frame] = Compare(frame, stored);
        if (_kept.ContainsKey(frame))
        {
            _kept[frame] = stored.ToArray();
        }
    }

    private SliceError Compare(int frame, ReadOnlySpan<int> stored)
    {
        var voxels = (long)stored.Length;
        foreach (var run in _prepared.Padding.Slice(frame))
        {
            voxels -= run.Length;
        }

        return new SliceError(
            voxels,
            SquaredError.Sum<int>(_source, stored),
            AbsoluteError.Sum<int>(_source, stored),
            AbsoluteError.Max<int>(_source, stored));
    }
}
