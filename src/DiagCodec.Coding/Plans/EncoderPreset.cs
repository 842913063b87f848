namespace DiagCodec.Coding.Plans;

/// <summary>How much time the encoder may spend for fewer bits; docs/presets.md has the measurements.</summary>
public enum EncoderPreset
{
    Fast,
    Balanced,
    Best,
}
