using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>PyTorch's start values of layers with weights.</summary>
internal static class LayerInit
{
    /// <summary>
    /// Uniform within 1 / sqrt(fan in) for both: for the weight that is He et al. (2015) with a slope of sqrt(5).
    /// </summary>
    internal static void Uniform(Parameter weight, Parameter? bias)
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        if (bias is not null)
        {
            var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
            var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
            nn.init.uniform_(bias, -bound, bound);
        }
    }
}
