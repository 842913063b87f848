using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Evaluation.Bench.Cases;

/// <summary>Where one case comes from.</summary>
internal interface ICaseOrigin
{
    string Name { get; }

    /// <summary>One line that tells other data apart, without how labels are mapped and slices chosen.</summary>
    string Identity { get; }

    /// <exception cref="DiagCodec.Imaging.Faults.InvalidInputException">Files are broken, or labels are no classes of the task.</exception>
    LabelledSeries Read(LabelMapping mapping, ModelTask task, CancellationToken cancellation);
}
