namespace DiagCodec.Networks.Training.Checkpoints;

/// <summary>A whole checkpoint: every file was there and had its SHA-256 when it was found.</summary>
/// <param name="Path">Its folder.</param>
/// <param name="State">Everything but the tensors.</param>
public sealed record Checkpoint(string Path, CheckpointState State)
{
    /// <summary>Parameters and buffers of the network.</summary>
    public string Weights => System.IO.Path.Combine(Path, CheckpointFolder.WeightsFile);

    /// <summary>Tensors of the optimiser.</summary>
    public string Optimiser => System.IO.Path.Combine(Path, CheckpointFolder.OptimiserFile);
}
