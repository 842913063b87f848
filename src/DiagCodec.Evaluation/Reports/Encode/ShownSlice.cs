namespace DiagCodec.Evaluation.Reports.Encode;

/// <summary>A slice of the report in physical values: as it was, and how it changed.</summary>
/// <param name="Index">In coding order.</param>
/// <param name="Before">rows * columns physical values.</param>
/// <param name="After">The same, decoded.</param>
/// <param name="Difference">After - before.</param>
internal sealed record ShownSlice(int Index, double[] Before, double[] After, double[] Difference)
{
    /// <returns>Null where the slice was not decoded.</returns>
    public static ShownSlice? Of(EncodeReportData data, int slice)
    {
        if (data.Sampler.Decoded(slice) is not { } decoded)
        {
            return null;
        }

        var volume = data.Prepared.Series.Volume;
        var source = new int[volume.PixelsPerSlice];
        volume.ReadSlice(slice, source);
        var rescale = volume.RescaleOf(slice);
        var (before, after, difference) = (new double[source.Length], new double[source.Length], new double[source.Length]);
        for (var i = 0; i < source.Length; i++)
        {
            var stored = decoded.Span[i];
            (before[i], after[i]) = (rescale.Apply(source[i]), rescale.Apply(stored));
            difference[i] = rescale.Slope * ((double)stored - source[i]);
        }

        return new ShownSlice(slice, before, after, difference);
    }
}
