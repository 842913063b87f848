using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Detect;
using DiagCodec.LearnedCodecs.Detect.Files;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>A detector.</summary>
/// <param name="detector">With its weights.</param>
public sealed class DetectionModel(DetectorFolder detector) : ITaskModel
{
    public ModelInput Input => detector.Document.Input;

    public ImmutableArray<ModelClass> Classes => detector.Document.Classes;

    public string Sha256 => detector.Document.Weights.Sha256;

    public string Word => "detector";

    public IVisionTask Open(Device device, CancellationToken cancellation) =>
        new DetectionTask(detector.Load(device, cancellation), detector.Document.SmallestArea, Input.LocalContrast);

    public void Store(string folder, IVisionTask tuned, TrainingRecord record, DataSplit split, CancellationToken cancellation)
    {
        DetectorFolder.Write(folder, detector.Document with { Training = record }, (CentreDetector)tuned.Network, cancellation);
        SplitJson.Write(Path.Combine(folder, ModelStore.SplitFile), split, overwrite: true);
    }
}
