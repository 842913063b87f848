namespace DiagCodec.Networks.Models;

/// <summary>The weights that a task has.</summary>
/// <param name="Plain">Always there.</param>
/// <param name="Hardened">Null where nobody has trained them.</param>
public sealed record ModelVariants(StoredWeights Plain, StoredWeights? Hardened)
{
    /// <summary>The weights of a variant, or null where the task has none of it.</summary>
    public StoredWeights? Of(WeightsVariant variant) => variant == WeightsVariant.Plain ? Plain : Hardened;
}
