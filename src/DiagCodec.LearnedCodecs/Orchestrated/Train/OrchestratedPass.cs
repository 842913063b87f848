using DiagCodec.LearnedCodecs.Orchestrated.Code;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Orchestrated.Train;

/// <summary>What came out of the networks on the way from images to label maps, with gradients.</summary>
/// <param name="Code">N x bits x sides / 16, values -1 and 1; null without a code.</param>
/// <param name="Seen">What the segmentor saw: the feature image, the reconstructed image, or the image itself.</param>
/// <param name="Labels">N x classes x sides, 0 to 1.</param>
internal sealed record OrchestratedPass(Tensor? Code, Tensor Seen, Tensor Labels)
{
    /// <param name="network">In training.</param>
    /// <param name="images">N x channels x sides.</param>
    /// <param name="random">Decides the bits.</param>
    public static OrchestratedPass Train(OrchestratedNetwork network, Tensor images, Random random)
    {
        if (!network.Design.Compresses)
        {
            return new OrchestratedPass(null, images, network.Segmentor.call(images).sigmoid());
        }

        var scores = network.Compression.call(images);
        var noise = new float[scores.numel()];
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] = random.NextSingle();
        }

        var code = StochasticBinariser.Train(scores, noise);
        var seen = network.Reconstruction.call(code);

        // An autoencoder knows nothing of the task: its segmentor takes what comes.
        var input = network.Design.ReconstructsImage ? seen.detach() : seen;
        return new OrchestratedPass(code, seen, network.Segmentor.call(input).sigmoid());
    }
}
