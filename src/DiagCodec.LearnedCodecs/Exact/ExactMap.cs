namespace DiagCodec.LearnedCodecs.Exact;

/// <summary>Numbers of a picture's places, the channels of one place side by side.</summary>
/// <param name="Height">Places.</param>
/// <param name="Width">Places.</param>
/// <param name="Channels">Numbers of a place.</param>
/// <param name="Values">Rows, then places, then channels.</param>
public sealed record ExactMap(int Height, int Width, int Channels, float[] Values)
{
    /// <summary>All zeros.</summary>
    public static ExactMap Zeros(int height, int width, int channels) => new(height, width, channels, new float[checked(height * width * channels)]);

    /// <summary>How many places there are.</summary>
    public int Places => Height * Width;

    /// <summary>The numbers of one place.</summary>
    public Span<float> At(int place) => Values.AsSpan(place * Channels, Channels);
}
