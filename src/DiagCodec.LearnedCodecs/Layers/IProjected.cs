namespace DiagCodec.LearnedCodecs.Layers;

/// <summary>A layer whose parameters have bounds. Clamped values have no slope, so a parameter that had passed its bound would stay there for good.</summary>
public interface IProjected
{
    /// <summary>Puts the parameters back to their bounds; to be called behind every step of the optimiser.</summary>
    void Project();
}
