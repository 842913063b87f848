namespace DiagCodec.LearnedCodecs.Orchestrated;

/// <summary>The designs that Liu et al. (MICCAI 2020) compare.</summary>
public enum OrchestratedDesign
{
    /// <summary>Segmentor and critic on the uncompressed image.</summary>
    D1,

    /// <summary>Compression and segmentor, without a critic.</summary>
    D2,

    /// <summary>Compression, segmentor and critic.</summary>
    D3,

    /// <summary>D3 whose compression also pays for its bits.</summary>
    D4,

    /// <summary>"Auto/Seg": an autoencoder that reconstructs the image (mean squared error), and a segmentor on what it reconstructs.</summary>
    AutoSeg,
}
