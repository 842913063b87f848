namespace DiagCodec.Networks.Weights;

/// <summary>What may differ between a network and a weights file. By default nothing.</summary>
public sealed record StateMatchOptions
{
    /// <summary>Taken off the names in the file that begin with it, for example "module." or "net."; empty for none.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Whether tensors without the prefix are passed over, because the file holds several networks.</summary>
    public bool OnlyPrefixed { get; init; }

    /// <summary>Whether F16 and BF16 in the file will do where F32 is expected; they are widened exactly.</summary>
    public bool AcceptHalf { get; init; }

    /// <summary>
    /// The network's name for a name in the file, the prefix taken off, where files of others call the same tensor otherwise; null for tensors
    /// that are passed over.
    /// </summary>
    public Func<string, string?>? Rename { get; init; }
}
