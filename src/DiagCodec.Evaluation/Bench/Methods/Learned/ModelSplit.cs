using DiagCodec.Networks.Splits;
using DiagCodec.Segmentation.Models;

namespace DiagCodec.Evaluation.Bench.Methods.Learned;

/// <summary>The split beside a model's weights.</summary>
internal static class ModelSplit
{
    /// <summary>Cases that the model of a folder learnt from or was chosen by; none where it has no split.</summary>
    public static IEnumerable<string> Seen(string folder)
    {
        var path = Path.Combine(folder, ModelStore.SplitFile);
        if (!File.Exists(path))
        {
            return [];
        }

        var split = SplitJson.Read(path);
        return split.Train.Concat(split.Validation);
    }
}
