using System.Collections.Immutable;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Train.Sampling;

/// <summary>
/// Cuts batches out of cases. A batch depends on the seed and its number alone, so that a resumed training sees what an
/// uninterrupted one would have seen.
/// </summary>
public sealed class PatchSampler
{
    private readonly ImmutableArray<ImmutableArray<(TrainingVolume Volume, ForegroundIndex Foreground)>> _cases;
    private readonly PatchOptions _options;
    private readonly int _channels;
    private readonly int _seed;
    private readonly bool _isCoded;

    /// <param name="cases">At least one.</param>
    /// <param name="options">Sizes and shares.</param>
    /// <param name="channels">Adjacent slices that the network takes.</param>
    /// <param name="seed">Of all batches.</param>
    public PatchSampler(ImmutableArray<TrainingCase> cases, PatchOptions options, int channels, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfZero(cases.Length, nameof(cases));
        _cases = [.. cases.Select(c => ((TrainingVolume[])[c.Source, .. c.Coded]).Select(v => (v, new ForegroundIndex(v))).ToImmutableArray())];
        (_options, _channels, _seed, _isCoded) = (options, channels, seed, cases.Any(c => !c.Coded.IsEmpty));
    }

    /// <param name="number">Of the batch, from 0.</param>
    public PatchBatch Draw(int number)
    {
        var random = new Random(SeedOf(number));
        var pixels = _options.Size * _options.Size;
        var images = new float[_options.Batch * _channels * pixels];
        var uncoded = _isCoded ? new float[images.Length] : null;
        var labels = new long[_options.Batch * pixels];
        for (var i = 0; i < _options.Batch; i++)
        {
            var place = new Range(i * _channels * pixels, (i + 1) * _channels * pixels);
            Cut(random, images.AsSpan(place), uncoded is null ? [] : uncoded.AsSpan(place), labels.AsSpan(i * pixels, pixels));
        }

        return new PatchBatch(images, labels, _options.Batch, _channels, _options.Size) { Uncoded = uncoded };
    }

    /// <summary>Neighbouring numbers must not give like sequences.</summary>
    private int SeedOf(int number) => unchecked((int)new SplitRandom(((ulong)(uint)_seed << 32) + (uint)number).Next());

    private void Cut(Random random, Span<float> image, Span<float> uncoded, Span<long> labels)
    {
        var volumes = _cases[random.Next(_cases.Length)];
        var isCoded = volumes.Length > 1 && random.NextDouble() < _options.CodedShare;
        var (volume, foreground) = volumes[isCoded ? 1 + random.Next(volumes.Length - 1) : 0];
        var planes = volume.Planes;
        var (slice, x, y) = !foreground.IsEmpty && random.NextDouble() < _options.ForegroundShare
            ? foreground.Draw(random)
            : (random.Next(planes.Slices.Length), random.Next(planes.Columns), random.Next(planes.Rows));
        var warp = PatchWarp.Draw(Centre(x, planes.Columns, random), Centre(y, planes.Rows, random), _options.Augmentation, random);
        var change = IntensityChange.Draw(_options.Augmentation, random);
        var pixels = _options.Size * _options.Size;
        Warp(planes, image);
        if (!uncoded.IsEmpty)
        {
            Warp(volume.Uncoded ?? planes, uncoded);
        }

        change.Apply(image, random);
        warp.Labels(volume.Labels[slice], planes.Columns, planes.Rows, labels, _options.Size);

        void Warp(InputPlanes from, Span<float> to)
        {
            for (var channel = 0; channel < _channels; channel++)
            {
                warp.Image(from.Channel(slice, channel, _channels), from.Columns, from.Rows, to.Slice(channel * pixels, pixels), _options.Size);
            }
        }
    }

    /// <summary>Somewhere near, so that foreground is not always in the middle, and with as much of the image in the patch as fits.</summary>
    private double Centre(int at, int length, Random random)
    {
        var (half, jitter) = (_options.Size / 2, _options.Size / 3);
        var moved = at + random.Next(-jitter, jitter + 1);
        var low = Math.Min(half, length / 2);
        var centre = Math.Clamp(moved, low, Math.Max(low, length - low));
        return _options.IsOnGrid && _options.Size % 2 == 0 ? centre - 0.5 : centre;
    }
}
