using DiagCodec.Cli.Output;
using DiagCodec.Coding;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.State;
using DiagCodec.Segmentation.Infer;
using DiagCodec.Segmentation.Input;
using TorchSharp;

namespace DiagCodec.Cli.Commands.Tasks;

/// <summary>A task's network with its weights, ready to look at series.</summary>
internal sealed class TaskNetwork : IDisposable
{
    private readonly Segmenter _segmenter;

    private TaskNetwork(Segmenter segmenter, WeightsVariant variant, string sha256) => (_segmenter, Variant, WeightsSha256) = (segmenter, variant, sha256);

    public ModelTask Task => _segmenter.Task;

    public WeightsVariant Variant { get; }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string WeightsSha256 { get; }

    /// <summary>plain or hardened.</summary>
    public string VariantWord => Variant.ToString().ToLowerInvariant();

    /// <exception cref="InvalidInputException">There is no such task, or its weights are missing or broken.</exception>
    /// <exception cref="ToolException">libtorch or the device is missing.</exception>
    public static TaskNetwork Open(TaskChoice choice, CancellationToken cancellation)
    {
        var model = ModelCatalogue.Standard().Open(choice.Task);
        Libtorch.Version();
        torch.set_num_threads(choice.Threads ?? Environment.ProcessorCount);
        var segmenter = Segmenter.Load(model, choice.Variant, Devices.Open(choice.Device), TileOptions.Default, cancellation);
        return new TaskNetwork(segmenter, choice.Variant, model.Task.Variants.Of(choice.Variant)!.Sha256);
    }

    /// <summary>Says on standard error what is unusual about a series for this task.</summary>
    /// <exception cref="InvalidInputException">The task cannot mean anything for it.</exception>
    public void CheckAccepts(ImageSeries series, CliConsole console)
    {
        foreach (var note in InputAcceptance.Check(Task, SeriesFacts.Of(series, Task.Input), series.Path))
        {
            console.Error.WriteLine($"note: {note}");
        }
    }

    /// <param name="volume">Of a series that was checked, or the same decoded.</param>
    /// <param name="stage">For progress.</param>
    /// <param name="progress">Told the slices done.</param>
    /// <param name="cancellation">Ends between slices.</param>
    public LabelMap Segment(Volume volume, string stage, ProgressLine progress, CancellationToken cancellation) =>
        _segmenter.Segment(volume, new SliceProgress(progress, stage, volume.Slices), cancellation);

    /// <summary>Without a word of how far it is.</summary>
    public LabelMap Segment(Volume volume, CancellationToken cancellation) => _segmenter.Segment(volume, null, cancellation);

    public void Dispose() => _segmenter.Dispose();

    private sealed class SliceProgress(ProgressLine line, string stage, int slices) : IProgress<int>
    {
        public void Report(int value) => line.Report(new CodingProgress(stage, value, slices));
    }
}
