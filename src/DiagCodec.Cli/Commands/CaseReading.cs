using System.Collections.Immutable;
using DiagCodec.Cli.Output;
using DiagCodec.Coding;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Cli.Commands;

/// <summary>The cases of a data folder, as --pairs and --labels say, with progress.</summary>
internal static class CaseReading
{
    public static ImmutableArray<TrainingSource> Find(string data, string? pairs) =>
        pairs is null ? CaseFinder.Find(data) : CaseFinder.Find(data, CaseLayout.Parse(pairs));

    public static ImmutableArray<LabelledSeries> Read(
        ImmutableArray<TrainingSource> sources, ModelTask task, string? labels, ProgressLine progress, CancellationToken cancellation)
    {
        var mapping = labels is null ? LabelMapping.Default : LabelMapping.Parse(labels);
        return [.. sources.Select((source, i) =>
        {
            progress.Report(new CodingProgress("reading case", i, sources.Length) { Unit = "" });
            return CaseReader.Read(source, mapping, task, cancellation);
        })];
    }
}
