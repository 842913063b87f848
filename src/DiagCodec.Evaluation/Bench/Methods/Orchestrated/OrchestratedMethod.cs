using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Methods.Learned;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;
using DiagCodec.LearnedCodecs.Orchestrated;
using DiagCodec.LearnedCodecs.Orchestrated.Files;
using DiagCodec.LearnedCodecs.Streams;
using DiagCodec.Networks.State;
using DiagCodec.Segmentation.Input;
using TorchSharp;

namespace DiagCodec.Evaluation.Bench.Methods.Orchestrated;

/// <summary>
/// Codes for a remote segmentor (Liu et al., MICCAI 2020), one model a rate, on the CPU with one thread. A folder holds the stream alone; what comes back is
/// what the model's own segmentor marks, never an image.
/// </summary>
internal sealed class OrchestratedMethod : ILabelMethod, ITrainedMethod, IDisposable
{
    private const string StreamName = "features.dglc";

    /// <summary>A guess, on a slow core.</summary>
    private const double SecondsPerMegavoxel = 3;

    private readonly Lazy<ImmutableArray<OrchestratedFolder>> _models;
    private readonly ConcurrentDictionary<int, Lazy<OrchestratedSeries>> _coders = new();

    /// <param name="setting">With a grid of models, from 1.</param>
    /// <param name="model">Name or folder of one, or a folder of several, which are numbered as their names sort.</param>
    public OrchestratedMethod(MethodSetting setting, string model)
    {
        _models = new Lazy<ImmutableArray<OrchestratedFolder>>(() => Open(model));
        Facts = new MethodFacts(
            setting.Name, $"orchestrated compression, {Path.GetFileName(Path.TrimEndingDirectorySeparator(model))}, labels of its own segmentor", "model", setting.Grid,
            null, false, UsesMask: false, SecondsPerMegavoxel)
        {
            GivesLabels = true,
        };
    }

    public MethodFacts Facts { get; }

    public Task<string> IdentityAsync(CancellationToken cancellation)
    {
        Libtorch.Version();
        var models = Facts.Grid.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n} {Model((int)n).Document.Design} {Model((int)n).Document.Weights.Sha256}"));
        return Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"orchestrated stream {LearnedStreamHeader.Version}; {string.Join(", ", models)}"));
    }

    public ImmutableArray<string> SeenCases() => [.. Facts.Grid.SelectMany(n => ModelSplit.Seen(Model((int)n).Path)).Distinct()];

    public async Task<CodedCase> EncodeAsync(BenchInput input, double parameter, string folder, CancellationToken cancellation)
    {
        var number = (int)parameter;
        var coder = Coder(number);
        var planes = InputPreparation.Of(input.Prepared.Series.Volume, coder.Document.Input);
        var bytes = await Task.Run(() => coder.Encode(planes, null, cancellation), cancellation);
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, StreamName), bytes, cancellation);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{Path.Combine(folder, StreamName)}: cannot be written: {e.Message.ReplaceLineEndings(" ")}", e);
        }

        return new CodedCase(bytes.Length, [$"diagcodec encode --codec {NameOf(number)} -o {StreamName}"]);
    }

    public async Task<(LabelMap Labels, string Command)> LabelAsync(string folder, CancellationToken cancellation)
    {
        var stream = StreamFile.Read(folder, StreamName);
        var number = NumberOf(stream.Header);
        var decoded = await Task.Run(() => Coder(number).Decode(stream, StreamName, null, cancellation), cancellation);
        return (decoded.Labels, $"diagcodec decode {StreamName} --model {NameOf(number)}");
    }

    /// <summary>Gives the networks' memory back; the method can still be used.</summary>
    public void Dispose()
    {
        foreach (var number in _coders.Keys)
        {
            if (_coders.TryRemove(number, out var coder) && coder.IsValueCreated)
            {
                coder.Value.Dispose();
            }
        }
    }

    private static ImmutableArray<OrchestratedFolder> Open(string model)
    {
        var catalogue = OrchestratedCatalogue.Standard();
        return catalogue.Knows(model) || !Directory.Exists(model)
            ? [catalogue.Open(model)]
            : [.. Directory.EnumerateDirectories(model).Where(catalogue.Knows).Order(StringComparer.Ordinal).Select(OrchestratedFolder.Open)];
    }

    private OrchestratedSeries Coder(int number) =>
        _coders.GetOrAdd(number, n => new Lazy<OrchestratedSeries>(() => OrchestratedSeries.Load(Model(n), torch.CPU, CancellationToken.None))).Value;

    private OrchestratedFolder Model(int number) => number <= _models.Value.Length
        ? _models.Value[number - 1]
        : throw new UsageException($"{Facts.Name}: model {number}: expected 1 to {_models.Value.Length}, the models that are there");

    private string NameOf(int number) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Model(number).Path));

    private int NumberOf(LearnedStreamHeader header)
    {
        var number = Facts.Grid.Select(n => (int)n).FirstOrDefault(n => Model(n).Document.Weights.Sha256.StartsWith(header.ModelHash, StringComparison.Ordinal));
        return number > 0 ? number : throw new ToolException($"{StreamName}: was made with weights {header.ModelHash}, which none of the models has");
    }
}
