using System.Collections.Immutable;
using DiagCodec.Cli.Output;
using DiagCodec.Imaging.Files;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Models;
using DiagCodec.Segmentation.Train;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Cli.Commands.Train;

/// <summary>Cases of a data folder, read and split; the split is kept in the output, and taken from there when the training goes on.</summary>
/// <param name="Data">Where they are.</param>
/// <param name="Split">Which are for what.</param>
/// <param name="Seed">Of a split that is drawn.</param>
internal sealed record TrainingCases(LabelledData Data, SplitChoice Split, int Seed)
{
    public SplitCases Read(string output, ModelTask task, ProgressLine progress, CancellationToken cancellation)
    {
        var sources = CaseReading.Find(Data.Folder, Data.Pairs);
        OutputFolder.Make(output);
        var split = Split.Of(sources, output, Seed);
        SplitJson.Write(Path.Combine(output, ModelStore.SplitFile), split, overwrite: true);
        return Of(CaseReading.Read(sources, task, Data.Labels, progress, cancellation), split);
    }

    /// <summary>Dealt out as a split says.</summary>
    public static SplitCases Of(ImmutableArray<LabelledSeries> cases, DataSplit split)
    {
        var (train, validation, test) = (Named(split.Train), Named(split.Validation), Named(split.Test));
        return new SplitCases(split, train, validation, test, $"{CaseHash.Of(train)} {CaseHash.Of(validation)}");

        ImmutableArray<LabelledSeries> Named(ImmutableArray<string> names) => [.. names.Select(n => cases.First(c => c.Name == n))];
    }

    public TrainingRecord Record(string commandLine, SplitCases cases) =>
        new(commandLine, Seed, Data.Told(cases.Training.Length + cases.Validation.Length + cases.Test.Length), ModelStore.SplitFile);
}
