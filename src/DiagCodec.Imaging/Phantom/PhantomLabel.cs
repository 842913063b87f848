namespace DiagCodec.Imaging.Phantom;

/// <summary>Classes of the phantom's label maps.</summary>
public static class PhantomLabel
{
    public const byte Background = 0;
    public const byte CoronaryLumen = 1;
    public const byte CalcifiedPlaque = 2;
    public const byte Aorta = 3;
    public const byte Myocardium = 4;
    public const byte Chambers = 5;
}
