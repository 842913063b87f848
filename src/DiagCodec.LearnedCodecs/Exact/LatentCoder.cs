using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Entropy;
using DiagCodec.LearnedCodecs.Models;

namespace DiagCodec.LearnedCodecs.Exact;

/// <summary>
/// Latents to bytes and back, bit for bit the same on every machine and with any number of threads: whatever decides a mean or a table runs in the
/// kernels of this folder, on either side. May be used by several threads at once.
/// </summary>
public sealed class LatentCoder
{
    private readonly ImmutableArray<EscapedTable> _hyperTables;
    private readonly ImmutableArray<float> _medians;
    private readonly ExactHyperSynthesis _synthesis;
    private readonly ExactContext? _context;
    private readonly int _latentChannels;

    /// <param name="codec">Its weights are copied; later changes do not count.</param>
    public LatentCoder(HyperpriorCodec codec)
    {
        var densities = codec.Prior.Densities();
        _hyperTables = FactorisedTables.Of(densities);
        _medians = [.. densities.Select(d => d.Median)];
        _synthesis = ExactHyperSynthesis.Of(codec);
        _context = codec is Cheng2020Anchor anchor ? ExactContext.Of(anchor) : null;
        _latentChannels = codec.Shape.Latent;
    }

    /// <param name="latents">y, with sides four times those of the hyper-latents.</param>
    /// <param name="hyper">z.</param>
    /// <param name="threads">1 or more.</param>
    /// <exception cref="InvalidInputException">A latent is not finite, or beyond what can be coded.</exception>
    public CodedLatents Encode(ExactMap latents, ExactMap hyper, int threads)
    {
        var (encoder, bits) = (new RangeEncoder(), 0.0);
        var knownHyper = ExactMap.Zeros(hyper.Height, hyper.Width, hyper.Channels);
        for (var i = 0; i < hyper.Values.Length; i++)
        {
            var channel = i % hyper.Channels;
            var symbol = Symbol(hyper.Values[i], _medians[channel]);
            _hyperTables[channel].Encode(encoder, symbol);
            bits += _hyperTables[channel].Bits(symbol);
            knownHyper.Values[i] = symbol + _medians[channel];
        }

        var hyperBytes = encoder.Finish();
        encoder = new RangeEncoder();
        var known = ExactMap.Zeros(latents.Height, latents.Width, latents.Channels);
        foreach (var group in Groups(knownHyper, known, threads))
        {
            for (var i = 0; i < group.Places.Length; i++)
            {
                var scales = group.Scales(i);
                var means = group.Means(i);
                var source = latents.At(group.Places[i]);
                var target = known.At(group.Places[i]);
                for (var c = 0; c < target.Length; c++)
                {
                    var table = GaussianTables.Tables[GaussianTables.Index(scales[c])];
                    var symbol = Symbol(source[c], means[c]);
                    table.Encode(encoder, symbol);
                    bits += table.Bits(symbol);
                    target[c] = symbol + means[c];
                }
            }
        }

        return new CodedLatents(hyperBytes, encoder.Finish(), known, bits);
    }

    /// <summary>The latents.</summary>
    /// <param name="hyper">Bytes of the hyper-latents.</param>
    /// <param name="latent">Bytes of the latents.</param>
    /// <param name="hyperHeight">Places of the hyper-latents.</param>
    /// <param name="hyperWidth">Places of the hyper-latents.</param>
    /// <param name="threads">1 or more.</param>
    /// <exception cref="InvalidInputException">The bytes are too few or too many, or decode to what no encoder writes.</exception>
    public ExactMap Decode(ReadOnlyMemory<byte> hyper, ReadOnlyMemory<byte> latent, int hyperHeight, int hyperWidth, int threads)
    {
        var knownHyper = ExactMap.Zeros(hyperHeight, hyperWidth, _hyperTables.Length);
        var decoder = new RangeDecoder(hyper.Span);
        for (var i = 0; i < knownHyper.Values.Length; i++)
        {
            var channel = i % knownHyper.Channels;
            knownHyper.Values[i] = _hyperTables[channel].Decode(ref decoder) + _medians[channel];
        }

        decoder.Finish();
        const int Ratio = CodecShape.Stride / CodecShape.LatentStride;
        var known = ExactMap.Zeros(Ratio * hyperHeight, Ratio * hyperWidth, _latentChannels);
        DecodeLatents(latent.Span, knownHyper, known, threads);
        return known;
    }

    private void DecodeLatents(ReadOnlySpan<byte> bytes, ExactMap knownHyper, ExactMap known, int threads)
    {
        var decoder = new RangeDecoder(bytes);
        foreach (var group in Groups(knownHyper, known, threads))
        {
            for (var i = 0; i < group.Places.Length; i++)
            {
                var scales = group.Scales(i);
                var means = group.Means(i);
                var target = known.At(group.Places[i]);
                for (var c = 0; c < target.Length; c++)
                {
                    target[c] = GaussianTables.Tables[GaussianTables.Index(scales[c])].Decode(ref decoder) + means[c];
                }
            }
        }

        decoder.Finish();
    }

    /// <summary>Groups of places in coding order. Before the next one is asked for, the latents of the one before have to be known.</summary>
    private IEnumerable<ParameterGroup> Groups(ExactMap knownHyper, ExactMap known, int threads)
    {
        var fromHyper = _synthesis.Apply(knownHyper, threads);
        if (_context is null)
        {
            yield return new ParameterGroup([.. Enumerable.Range(0, known.Places)], fromHyper.Values, _latentChannels);
            yield break;
        }

        foreach (var places in ExactContext.Groups(known.Height, known.Width))
        {
            yield return new ParameterGroup(places, _context.Parameters(fromHyper, known, places), _latentChannels);
        }
    }

    private static int Symbol(float value, float mean)
    {
        var rounded = MathF.Round(value - mean);
        return Math.Abs(rounded) <= EscapedTable.Largest
            ? (int)rounded
            : throw new InvalidInputException($"a latent is {value}, its mean {mean}: the model is broken or does not fit such pictures; use another one");
    }

    /// <param name="Places">Of the latents' map.</param>
    /// <param name="Parameters">For every place its standard deviations, then its means.</param>
    /// <param name="Channels">Of the latents.</param>
    private readonly record struct ParameterGroup(int[] Places, float[] Parameters, int Channels)
    {
        public ReadOnlySpan<float> Scales(int i) => Parameters.AsSpan(2 * i * Channels, Channels);

        public ReadOnlySpan<float> Means(int i) => Parameters.AsSpan(((2 * i) + 1) * Channels, Channels);
    }
}
