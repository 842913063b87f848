using System.Text.RegularExpressions;

namespace DiagCodec.LearnedCodecs.Files;

/// <summary>
/// The names that CompressAI's releases gave one and the same parameter, and the buffers of their checkpoints that are no parameters and that this
/// program works out for itself.
/// </summary>
internal static partial class CompressAiNames
{
    private const string Wrapper = "module.";

    private static readonly string[] IgnoredEnds =
    [
        "_reparam.pedestal", "_reparam.lower_bound.bound", "entropy_bottleneck._offset", "entropy_bottleneck._quantized_cdf",
        "entropy_bottleneck._cdf_length", "entropy_bottleneck.target", "entropy_bottleneck.likelihood_lower_bound.bound",
        "entropy_bottleneck._medians", "context_prediction.mask",
    ];

    /// <summary>Our name, which is CompressAI's of release 1.1; null for what is passed over.</summary>
    public static string? Own(string name)
    {
        var plain = name.StartsWith(Wrapper, StringComparison.Ordinal) ? name[Wrapper.Length..] : name;
        if (plain.StartsWith("gaussian_conditional.", StringComparison.Ordinal) || IgnoredEnds.Any(e => plain.EndsWith(e, StringComparison.Ordinal)))
        {
            return null;
        }

        plain = plain.Replace(".downsample.", ".skip.", StringComparison.Ordinal);
        return Listed().Replace(plain, m => $"entropy_bottleneck._{Singular(m.Groups[1].Value)}{m.Groups[2].Value}");
    }

    private static string Singular(string word) => word switch
    {
        "matrices" => "matrix",
        "biases" => "bias",
        _ => "factor",
    };

    [GeneratedRegex("^entropy_bottleneck\\._?(matrices|biases|factors)\\.([0-9])$")]
    private static partial Regex Listed();
}
