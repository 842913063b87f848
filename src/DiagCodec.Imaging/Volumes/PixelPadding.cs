namespace DiagCodec.Imaging.Volumes;

/// <summary>The stored values that mean "nothing was measured here": Low to High, both included (PS3.3 C.7.5.1.1.2).</summary>
public readonly record struct PixelPadding(int Low, int High)
{
    public bool Contains(int stored) => stored >= Low && stored <= High;
}
