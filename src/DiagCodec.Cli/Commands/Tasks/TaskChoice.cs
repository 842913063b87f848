using DiagCodec.Networks.Models;

namespace DiagCodec.Cli.Commands.Tasks;

/// <summary>Which network shall look at a series, and where it runs.</summary>
internal sealed record TaskChoice
{
    /// <summary>A task's name, or the path of a model folder.</summary>
    public required string Task { get; init; }

    public bool Hardened { get; init; }

    /// <summary>cpu or cuda.</summary>
    public string Device { get; init; } = TaskOptions.StandardDevice;

    /// <summary>Null: all cores.</summary>
    public int? Threads { get; init; }

    public WeightsVariant Variant => Hardened ? WeightsVariant.Hardened : WeightsVariant.Plain;
}
