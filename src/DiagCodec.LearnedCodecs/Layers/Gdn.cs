using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Layers;

/// <summary>
/// Generalised divisive normalisation (Balle et al. 2016): x_i / sqrt(beta_i + sum_j gamma_ij x_j^2); the inverse multiplies instead. Parameters are kept
/// as CompressAI keeps them: beta = max(b, bound)^2 - 2^-36, so that they stay positive and small ones learn gently. Input (batch, channels, height, width).
/// </summary>
public sealed class Gdn : nn.Module<Tensor, Tensor>, IProjected
{
    /// <summary>2^-36, the square of 2^-18.</summary>
    public const double Pedestal = 1.0 / (1L << 36);

    private const double SmallestBeta = 1e-6;
    private const double FirstGamma = 0.1;

    private static readonly double BetaBound = Math.Sqrt(SmallestBeta + Pedestal);
    private static readonly double GammaBound = Math.Sqrt(Pedestal);

    private readonly Parameter beta;
    private readonly Parameter gamma;
    private readonly long _channels;
    private readonly bool _isInverse;

    /// <param name="channels">Of input and output.</param>
    /// <param name="inverse">Whether it multiplies.</param>
    public Gdn(long channels, bool inverse = false)
        : base(nameof(Gdn))
    {
        using var scope = NewDisposeScope();
        (_channels, _isInverse) = (channels, inverse);
        beta = new Parameter((ones(channels) + Pedestal).sqrt());
        gamma = new Parameter(((eye(channels) * FirstGamma) + Pedestal).sqrt());
        RegisterComponents();
    }

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var offset = beta.clamp(min: BetaBound).square() - Pedestal;
        var weight = (gamma.clamp(min: GammaBound).square() - Pedestal).reshape(_channels, _channels, 1, 1);
        var norm = nn.functional.conv2d(input.square(), weight, offset);
        return (input * (_isInverse ? norm.sqrt() : norm.rsqrt())).MoveToOuterDisposeScope();
    }

    /// <inheritdoc/>
    public void Project()
    {
        using var still = no_grad();
        beta.clamp_(min: BetaBound);
        gamma.clamp_(min: GammaBound);
    }
}
