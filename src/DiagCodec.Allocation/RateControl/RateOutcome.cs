namespace DiagCodec.Allocation.RateControl;

/// <summary>How a search for a size ended.</summary>
public enum RateOutcome
{
    /// <summary>Within the tolerance.</summary>
    Reached,

    /// <summary>No level is nearer: so few frames cannot be steered finely.</summary>
    Nearest,

    /// <summary>Even the coarsest level gives more.</summary>
    TooSmall,

    /// <summary>Even the finest level gives less.</summary>
    TooLarge,
}
