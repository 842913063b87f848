using System.Collections.Immutable;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Series;
using DiagCodec.LearnedCodecs.Archives;
using DiagCodec.LearnedCodecs.Pictures;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>A case to train or score with: its slices as the encoder would see them.</summary>
/// <param name="Name">As split files name it.</param>
/// <param name="Slices">In order; with several windows the slices of one after those of the other.</param>
public sealed record CodecCase(string Name, ImmutableArray<Picture> Slices)
{
    /// <param name="name">Of the case.</param>
    /// <param name="series">As read.</param>
    /// <param name="bitDepth">8, 10, 12, or null for what encoding takes for the source.</param>
    /// <param name="windows">Centre and width; none for the full stored range.</param>
    /// <param name="mostSlices">Of one window; of more, so many evenly spaced ones are taken.</param>
    public static CodecCase Of(string name, ImageSeries series, int? bitDepth, ImmutableArray<(double Center, double Width)> windows, int mostSlices)
    {
        var slices = ImmutableArray.CreateBuilder<Picture>();
        foreach (var window in windows.IsDefaultOrEmpty ? [null] : windows.Select(w => ((double, double)?)w))
        {
            var frames = PreparedSeries.Of(series, bitDepth, window, ChromaFormat.Luma400).Frames;
            var frame = new byte[frames.Format.FrameBytes];
            var count = Math.Min(mostSlices, frames.Count);
            for (var i = 0; i < count; i++)
            {
                frames.Write((int)((long)i * frames.Count / count), frame);
                slices.Add(FramePicture.Of(frame, frames.Format));
            }
        }

        return new CodecCase(name, slices.ToImmutable());
    }
}
