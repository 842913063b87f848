using DiagCodec.Imaging.Series;

namespace DiagCodec.Coding.Prepare;

/// <summary>A series ready for coding.</summary>
/// <param name="Series">As read.</param>
/// <param name="Frames">As the encoder sees it.</param>
/// <param name="Padding">What the encoder does not see.</param>
public sealed record PreparedSeries(ImageSeries Series, FrameSequence Frames, PaddingRuns Padding)
{
    /// <param name="series">As read.</param>
    /// <param name="bitDepth">8, 10 or 12, or null for the default (see <see cref="SampleMappingChoice"/>).</param>
    /// <param name="window">Centre and width in physical units, or null for the full stored range.</param>
    /// <param name="chroma">Null: as the source.</param>
    public static PreparedSeries Of(ImageSeries series, int? bitDepth, (double Center, double Width)? window, ChromaFormat? chroma)
    {
        var volume = series.Volume;
        var mapping = SampleMappingChoice.For(volume, bitDepth, window);
        var padding = PaddingRuns.Find(volume);
        var layout = volume.Chroma is null ? chroma ?? ChromaFormat.Luma400 : ChromaFormat.Chroma420;
        new FrameFormat(volume.Columns, volume.Rows, mapping.BitDepth, layout).Validate(series.Path);
        return new PreparedSeries(series, new FrameSequence(volume, mapping, padding, layout), padding);
    }
}
