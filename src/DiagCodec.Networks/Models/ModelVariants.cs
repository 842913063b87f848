namespace DiagCodec.Networks.Models;

/// <summary>The weights that a task has.</summary>
/// <param name="Plain">Null for a task that is still to be trained.</param>
/// <param name="Hardened">Null where nobody has trained them.</param>
public sealed record ModelVariants(StoredWeights? Plain, StoredWeights? Hardened)
{
    /// <summary>The variants that there are weights of.</summary>
    public IEnumerable<WeightsVariant> Present => Enum.GetValues<WeightsVariant>().Where(v => Of(v) is not null);

    /// <summary>The weights of a variant, or null where the task has none of it.</summary>
    public StoredWeights? Of(WeightsVariant variant) => variant == WeightsVariant.Plain ? Plain : Hardened;
}
