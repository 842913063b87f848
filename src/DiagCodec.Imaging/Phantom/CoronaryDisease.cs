namespace DiagCodec.Imaging.Phantom;

/// <summary>How much plaque the coronary arteries carry.</summary>
public enum CoronaryDisease
{
    /// <summary>Each seed its own.</summary>
    BySeed,

    /// <summary>Smooth arteries.</summary>
    None,

    /// <summary>Some plaques, narrowings up to half the diameter.</summary>
    Moderate,

    /// <summary>Many plaques, narrowings up to three quarters of the diameter.</summary>
    Severe,
}
