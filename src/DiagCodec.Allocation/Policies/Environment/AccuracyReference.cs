namespace DiagCodec.Allocation.Policies.Environment;

/// <summary>What a diagnosis on decoded slices is held against.</summary>
public enum AccuracyReference
{
    /// <summary>What the network found before coding: no annotation is needed, and less noise comes with it.</summary>
    Own,

    /// <summary>The annotation, as DMIC's accuracy: errors after coding less errors before it.</summary>
    Truth,
}
