namespace DiagCodec.LearnedCodecs.Orchestrated.Train;

/// <summary>What the first feature images of a training are drawn to.</summary>
public enum FeatureGuide
{
    /// <summary>The image, as an autoencoder's would be; the mean of its channels.</summary>
    Image,

    /// <summary>The true label map: 1 where any class is.</summary>
    Truth,
}
