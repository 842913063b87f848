using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Pictures;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>What a codec really does to slices that it has not learnt from.</summary>
/// <param name="Slices">How many.</param>
/// <param name="BitsPerPixel">Real bytes of both sections, mean over the slices.</param>
/// <param name="Psnr">Mean over the slices, dB.</param>
public sealed record CodecScore(int Slices, double BitsPerPixel, double Psnr)
{
    /// <summary>More would take long and say little more.</summary>
    private const int MostSlices = 40;

    /// <summary>Evenly spaced slices of the cases; null where there are none.</summary>
    public static CodecScore? Of(PictureCodec codec, ImmutableArray<CodecCase> cases, int threads, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        Picture[] all = [.. cases.SelectMany(c => c.Slices)];
        var count = Math.Min(MostSlices, all.Length);
        if (count == 0)
        {
            return null;
        }

        var (bits, psnr) = (0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            var slice = all[(int)((long)i * all.Length / count)];
            var encoded = codec.Encode(slice, threads);
            var decoded = codec.Synthesise(encoded.Known, slice.Width, slice.Height, slice.BitDepth);
            bits += 8.0 * (encoded.Slice.Hyper.Length + encoded.Slice.Latent.Length) / slice.Samples.Length;
            psnr += CodecStep.PsnrOf(slice.Samples.Zip(decoded.Samples, (a, b) => Math.Pow((a - b) / (double)slice.Largest, 2)).Average());
            progress?.Report((i + 1, count));
        }

        return new CodecScore(count, bits / count, psnr / count);
    }
}
