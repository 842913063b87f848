namespace DiagCodec.Coding.Prepare;

/// <summary>How stored values become code values.</summary>
public enum SampleMappingKind
{
    /// <summary>code = stored - low: exact.</summary>
    Shift,

    /// <summary>The stored range is squeezed linearly into the code range.</summary>
    Linear,

    /// <summary>A window of physical values (HU) fills the code range; values outside are clipped. The papers' mode, with 8 bits.</summary>
    Window,
}
