namespace DiagCodec.Coding.Encode;

/// <summary>How a series is encoded, apart from its coding plan.</summary>
public sealed record EncodeSettings
{
    /// <summary>Name and version for the manifest.</summary>
    public required string Tool { get; init; }

    /// <summary>The command for the manifest; must not hold paths, which may name the patient.</summary>
    public required string Command { get; init; }

    /// <summary>Replaces an output that is there already.</summary>
    public bool Overwrite { get; init; }

    /// <summary>Decodes the new archive and compares before it gets its name.</summary>
    public bool Verify { get; init; }

    /// <summary>Threads for the encoder; null: all cores. The archive does not depend on it.</summary>
    public int? Threads { get; init; }

    /// <summary>Adds the MD5 picture hash SEI to the video.</summary>
    public bool PictureHash { get; init; }

    public IProgress<CodingProgress>? Progress { get; init; }

    /// <summary>Sees every reconstructed frame; the memory is reused after the call.</summary>
    public Action<int, ReadOnlyMemory<byte>>? OnReconstruction { get; init; }
}
