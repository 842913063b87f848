using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>A codec of whose streams no image comes back, only the label map that its own network makes of them.</summary>
public interface ILabelMethod : IBenchMethod
{
    /// <summary>Reads a folder that <see cref="IBenchMethod.EncodeAsync"/> filled.</summary>
    /// <param name="folder">As it was left; not changed.</param>
    /// <param name="cancellation">Ends between slices.</param>
    /// <returns>One class number per voxel on the codec's own pixel grid, and the command line that decoded, without paths.</returns>
    /// <exception cref="ToolException">The stream cannot be read.</exception>
    Task<(LabelMap Labels, string Command)> LabelAsync(string folder, CancellationToken cancellation);
}
