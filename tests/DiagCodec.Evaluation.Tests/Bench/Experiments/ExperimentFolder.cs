using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Experiments;

/// <summary>A folder with an experiment and published tables beside it, removed with the test.</summary>
internal sealed class ExperimentFolder : IDisposable
{
    public ExperimentFolder() => File.WriteAllText(this[PublishedTables.FileName], ExperimentSamples.Papers);

    public string Root { get; } = Directory.CreateTempSubdirectory("diagcodec-test-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    public Experiment Read(string text)
    {
        File.WriteAllText(this["experiment.json"], text);
        return ExperimentFile.Read(this["experiment.json"]);
    }

    /// <summary>The one line that says what is wrong with a text; it names the file.</summary>
    public string Fault(string text)
    {
        var fault = Assert.Throws<InvalidInputException>(() => Read(text)).Message;
        Assert.StartsWith(Root, fault, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault);
        return fault;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
