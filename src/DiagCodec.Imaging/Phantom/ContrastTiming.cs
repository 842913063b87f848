namespace DiagCodec.Imaging.Phantom;

/// <summary>Where the contrast agent is when the scan is taken.</summary>
public enum ContrastTiming
{
    /// <summary>Each seed its own.</summary>
    BySeed,

    /// <summary>Right heart and lung arteries as bright as the left: the scan came early.</summary>
    Early,

    /// <summary>Left heart bright, right heart washed out with saline: the usual coronary protocol.</summary>
    Coronary,

    /// <summary>Left and right alike and moderate: the scan came late.</summary>
    Late,
}
