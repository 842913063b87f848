using System.Collections.Immutable;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Models;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Cli.Commands.Train;

/// <param name="File">Of the split; null where the user gave none.</param>
/// <param name="Shares">Of the cases, where a split is drawn.</param>
internal sealed record SplitChoice(string? File, SplitShares Shares)
{
    /// <summary>The one that is given, else that of the training which is continued, else a new one, which is kept.</summary>
    /// <param name="sources">All cases.</param>
    /// <param name="output">Where the split is kept; exists.</param>
    /// <param name="seed">Of a split that is drawn.</param>
    public DataSplit Of(ImmutableArray<TrainingSource> sources, string output, int seed)
    {
        var kept = Path.Combine(output, ModelStore.SplitFile);
        return (File ?? (System.IO.File.Exists(kept) ? kept : null)) is { } given
            ? CaseSplits.Read(sources, given)
            : CaseSplits.Draw(sources, Shares, seed, kept, overwrite: false);
    }
}
