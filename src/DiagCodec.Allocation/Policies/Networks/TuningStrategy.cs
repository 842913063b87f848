namespace DiagCodec.Allocation.Policies.Networks;

/// <summary>What of a pretrained policy is tuned: the rows (a) to (h) of DMIC's Table III.</summary>
public enum TuningStrategy
{
    /// <summary>(a) Nothing: the pretrained policy as it is.</summary>
    None,

    /// <summary>(b) Actors and critics.</summary>
    A2c,

    /// <summary>(c) Actors, critics and the fully connected layers.</summary>
    A2cFc,

    /// <summary>(d) Everything.</summary>
    Full,

    /// <summary>(e) New 256 to 256 layers after the fully connected ones.</summary>
    AdapterV1,

    /// <summary>(f) Those, actors and critics.</summary>
    AdapterV1A2c,

    /// <summary>(g) New square layers on the actors' scores, and a scale and an offset on the critics' values.</summary>
    Adapter,

    /// <summary>(h) New square layers on the actors' scores, and the critics themselves.</summary>
    AdapterCritic,
}
