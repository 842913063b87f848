using DiagCodec.LearnedCodecs.Models;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Weights;

namespace DiagCodec.LearnedCodecs.Files;

/// <summary>
/// Weights of a codec from safetensors: ours, and CompressAI's checkpoints converted to safetensors, whatever release wrote them.
/// </summary>
public static class CodecWeights
{
    /// <param name="codec">Takes the values.</param>
    /// <param name="file">F32, F16 or BF16.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <exception cref="Imaging.Faults.InvalidInputException">A tensor is missing, unexpected, of another shape or type, or not finite. Nothing was copied then.</exception>
    public static void Load(HyperpriorCodec codec, SafetensorsReader file, CancellationToken cancellation) =>
        ModuleState.Load(codec, file, new StateMatchOptions { Rename = CompressAiNames.Own, AcceptHalf = true }, cancellation);
}
