using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>One method with its grid of parameters. Options that a codec does not have are refused.</summary>
/// <param name="Name">As tables call it: one line, no comma, at most 64 characters.</param>
/// <param name="Codec">One of the words of docs/bench.md: x265, hm, x265-default, x265-abr, hevc-intra, x264, jpeg, jpeg-2000, jpeg-ls, jpeg-xl, learned.</param>
/// <param name="Grid">Parameters, different ones, at least one: QPs, bits per voxel, qualities ... as the codec says; 0 for a lossless codec.</param>
public sealed record MethodSetting(string Name, string Codec, ImmutableArray<double> Grid)
{
    /// <summary>Who chooses the QPs (x265 and hm): uniform, linear, exponential, square, log, sqrt, roi, policy, search, or rate, which searches a size. Null: uniform.</summary>
    public string? Allocator { get; init; }

    /// <summary>Of allocator "policy", and where it shall have one of "search": a policy's name, or with a slash its folder, relative to the experiment file.</summary>
    public string? Policy { get; init; }

    /// <summary>Of codec learned: a model's name, or with a slash its folder.</summary>
    public string? Model { get; init; }

    /// <summary>Of codec learned: decoded slices are judged by the network that 'train mvmicnet' tuned for each quality, not by the experiment's.</summary>
    public bool Tuned { get; init; }

    /// <summary>Searches; as --search: how many plans are encoded at most. Null: 24.</summary>
    public int? Candidates { get; init; }

    /// <summary>Shaped maps; as --map-strength.</summary>
    public int? Strength { get; init; }

    /// <summary>Shaped maps; as --map-range.</summary>
    public int? Range { get; init; }

    /// <summary>ROI maps; as --roi-background.</summary>
    public int? Background { get; init; }

    /// <summary>ROI maps; as --roi-foreground.</summary>
    public int? Foreground { get; init; }

    /// <summary>ROI maps; as --roi-margin.</summary>
    public int? Margin { get; init; }

    /// <summary>64, 32 or 16 pixels a block of the QP map; null: 64.</summary>
    public int? Block { get; init; }

    /// <summary>step, flat or ldp8; null: step.</summary>
    public string? Gop { get; init; }

    /// <summary>fast, balanced or best (x265), or an encoder's own word where it has presets; null: balanced, or the encoder's default.</summary>
    public string? Preset { get; init; }

    /// <summary>Codes the task's input window with 8 bits, even where the codec could code the full range with 12.</summary>
    public bool Window { get; init; }

    /// <summary>Left out, with a note, where the program is not installed; else that ends the bench before it begins.</summary>
    public bool Optional { get; init; }
}
