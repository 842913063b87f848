namespace DiagCodec.Imaging.Resample;

/// <summary>The two source pixels that a target pixel of one axis is made of.</summary>
internal readonly record struct WeightPair(int First, double Share, int Next, double NextShare);
