using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Files;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>Reads experiments. Unknown, doubled and missing fields are refused, so that a misspelt one is never a default.</summary>
public static class ExperimentFile
{
    private const long LongestFile = 1 << 20;

    /// <param name="path">JSON; where it names published tables, they lie in <see cref="PublishedTables.FileName"/> beside it.</param>
    /// <exception cref="InvalidInputException">The file is no experiment, or the tables are missing or broken. All faults of its fields
    /// are listed together; where there are none, all values out of range.</exception>
    public static Experiment Read(string path)
    {
        var experiment = StrictJson.Read(path, ExperimentJson.Experiment, Experiment.CurrentSchema, LongestFile);
        StrictJson.Refuse(path, ExperimentCheck.Find(experiment, PublishedTables.NamedBy(path, experiment)));
        return experiment;
    }
}
