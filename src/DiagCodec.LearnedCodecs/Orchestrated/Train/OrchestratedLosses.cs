namespace DiagCodec.LearnedCodecs.Orchestrated.Train;

/// <summary>What a step found before it moved the weights.</summary>
/// <param name="Total">What compression, reconstruction and segmentor minimise.</param>
/// <param name="Distance">loss_dis, the critic's distance; null without a critic.</param>
/// <param name="Segmentation">loss_seg, mean squared error of the label map.</param>
/// <param name="BitsPerPixel">loss_cr, estimated; null without a code.</param>
/// <param name="Reconstruction">Mean squared error of the image; null where a feature image is reconstructed.</param>
public sealed record OrchestratedLosses(double Total, double? Distance, double Segmentation, double? BitsPerPixel, double? Reconstruction);
