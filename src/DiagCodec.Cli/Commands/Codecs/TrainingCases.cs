using System.Collections.Immutable;
using DiagCodec.Cli.Output;
using DiagCodec.Imaging.Files;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Models;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Cli.Commands.Codecs;

/// <summary>Cases of a data folder, read and split; the split is kept in the output, and taken from there when the training goes on.</summary>
/// <param name="Data">Folder of the cases.</param>
/// <param name="Pairs">Their layout, or null for the known ones.</param>
/// <param name="Labels">From the file's numbers to classes, or null.</param>
/// <param name="Split">A split's file, or null.</param>
/// <param name="Shares">Of the cases, where a split is drawn.</param>
/// <param name="Seed">Of a split that is drawn.</param>
internal sealed record TrainingCases(string Data, string? Pairs, string? Labels, string? Split, SplitShares Shares, int Seed)
{
    public SplitCases Read(string output, ModelTask task, ProgressLine progress, CancellationToken cancellation)
    {
        var sources = CaseReading.Find(Data, Pairs);
        OutputFolder.Make(output);
        var kept = Path.Combine(output, ModelStore.SplitFile);
        var split = (Split ?? (File.Exists(kept) ? kept : null)) is { } given
            ? CaseSplits.Read(sources, given)
            : CaseSplits.Draw(sources, Shares, Seed, kept, overwrite: false);
        SplitJson.Write(kept, split, overwrite: true);
        var cases = CaseReading.Read(sources, task, Labels, progress, cancellation);
        var (train, validation, test) = (Named(split.Train), Named(split.Validation), Named(split.Test));
        return new SplitCases(split, train, validation, test, $"{CaseHash.Of(train)} {CaseHash.Of(validation)}");

        ImmutableArray<LabelledSeries> Named(ImmutableArray<string> names) => [.. names.Select(n => cases.First(c => c.Name == n))];
    }

    public TrainingRecord Record(string commandLine, SplitCases cases)
    {
        var count = cases.Training.Length + cases.Validation.Length + cases.Test.Length;
        return new TrainingRecord(commandLine, Seed, $"{count} cases of {Path.GetFileName(Path.TrimEndingDirectorySeparator(Data))}", ModelStore.SplitFile);
    }
}
