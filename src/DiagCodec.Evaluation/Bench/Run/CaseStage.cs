using System.Numerics;
using DiagCodec.Evaluation.Bench.Cases;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Bench.Score;
using DiagCodec.Evaluation.Bench.Store;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Segmentation.Infer;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>First stage: what a case holds and what the network finds on it before anything is coded.</summary>
internal static class CaseStage
{
    /// <summary>From the folder; else the case is read, segmented, and what was found is kept.</summary>
    public static void Prepare(RunContext run, CaseWork work, Func<CaseSegmenter> open, CancellationToken cancellation)
    {
        if (Kept(run, work) is { } kept)
        {
            work.Prepare(run, kept, null);
            return;
        }

        var data = work.Source.Read(cancellation);
        var volume = data.Series.Series.Volume;
        var own = open().Segment(volume, cancellation);
        var contents = new CaseContents(data, own, Diagnosed(own, run));
        var facts = new CaseFacts(Describe(work.Source.Name, data, contents, run.Classes), LabelFile.Sha256(own), LabelFile.Sha256(contents.Mask));
        LabelFile.Write(run.Folder.Mask(work.Key), own);
        CacheFile.Write(run.Folder.Case(work.Key), work.Key, facts, CacheContext.Default.CaseFacts);
        work.Prepare(run, facts, contents);
    }

    /// <returns>Null where facts or prediction are missing or broken.</returns>
    public static CaseFacts? Kept(RunContext run, CaseWork work) =>
        CacheFile.Read(run.Folder.Case(work.Key), work.Key, CacheContext.Default.CaseFacts) is { } facts && Own(run, work, facts, null) is not null
            ? facts
            : null;

    /// <summary>Reads a case whose facts are known.</summary>
    /// <exception cref="InvalidInputException">It is not the one that they were found on.</exception>
    public static CaseContents Read(RunContext run, CaseWork work, CancellationToken cancellation)
    {
        var facts = work.Facts!;
        var data = work.Source.Read(cancellation);
        if (CaseHash.Of(data.Series) != facts.Case.Sha256)
        {
            throw new InvalidInputException(
                $"{work.Source.Name}: its images or labels changed, but neither size nor time of their files; remove {run.Folder.Case(work.Key)} and run the bench again");
        }

        var own = Own(run, work, facts, data.Series.Series.Volume.Geometry)
            ?? throw new OutputException($"{run.Folder.Mask(work.Key)}: was removed or changed while the bench ran; run it again");
        return new CaseContents(data, own, Diagnosed(own, run));
    }

    private static LabelMap? Own(RunContext run, CaseWork work, CaseFacts facts, Geometry? geometry) =>
        LabelFile.Read(run.Folder.Mask(work.Key), (facts.Case.Columns, facts.Case.Rows, facts.Case.Slices), geometry, facts.PredictionSha256);

    private static LabelMap Diagnosed(LabelMap own, RunContext run) => new SeriesMask(own, []).WithClasses(run.Setup.Task.Foreground).Labels;

    private static BenchCase Describe(string name, BenchCaseData data, CaseContents contents, int classes)
    {
        var volume = contents.Volume;
        var range = (uint)((long)contents.Full.High - contents.Full.Low);
        return new BenchCase(
            name,
            CaseHash.Of(data.Series),
            volume.Columns,
            volume.Rows,
            volume.Slices,
            Math.Max(1, 32 - BitOperations.LeadingZeroCount(range)),
            data.FirstSlice,
            AgreementOf.Maps(contents.Truth, contents.Own, classes),
            contents.Mask.Labels.Length - contents.Mask.Labels.Span.Count((byte)0));
    }
}
