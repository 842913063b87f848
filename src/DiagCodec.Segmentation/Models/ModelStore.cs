using System.Collections.Immutable;
using DiagCodec.Imaging.Files;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Splits;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Weights;
using DiagCodec.Segmentation.Network;

namespace DiagCodec.Segmentation.Models;

/// <summary>Writes a model folder: weights first, then the split, then the task.json that vouches for them.</summary>
public sealed class ModelStore
{
    public const string SplitFile = "split.json";

    private readonly string _folder;
    private ModelTask _task;

    /// <param name="folder">Made where it is missing; files of the same name are replaced.</param>
    /// <param name="task">Its weights are filled in as they come.</param>
    public ModelStore(string folder, ModelTask task)
    {
        (_folder, _task) = (folder, task with { Variants = new ModelVariants(null, null) });
        OutputFolder.Make(folder);
    }

    /// <summary>Stores weights with half precision: 11 significant bits, half the file.</summary>
    public void Put(WeightsVariant variant, UNet2d network, CancellationToken cancellation)
    {
        var name = variant == WeightsVariant.Plain ? "weights.safetensors" : "weights-hardened.safetensors";
        var path = Path.Combine(_folder, name);
        var metadata = ImmutableSortedDictionary<string, string>.Empty.Add("task", _task.Name).Add("variant", name);
        SafetensorsWriter.Write(path, ModuleState.Tensors(network, "", ElementType.Float16), metadata, overwrite: true, cancellation);
        using var written = SafetensorsReader.Open(path);
        var stored = new StoredWeights(name, written.Sha256(cancellation));
        _task = _task with { Variants = variant == WeightsVariant.Plain ? _task.Variants with { Plain = stored } : _task.Variants with { Hardened = stored } };
    }

    public void Write(DataSplit split)
    {
        SplitJson.Write(Path.Combine(_folder, SplitFile), split, overwrite: true);
        ModelTaskJson.Write(Path.Combine(_folder, ModelFolder.TaskFile), _task, overwrite: true);
    }
}
