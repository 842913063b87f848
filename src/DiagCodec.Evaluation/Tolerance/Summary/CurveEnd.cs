namespace DiagCodec.Evaluation.Tolerance.Summary;

/// <summary>Whether a place on a curve was found, or lies beyond what was measured.</summary>
public enum CurveEnd
{
    Within,

    /// <summary>At the lowest QP the loss was larger already.</summary>
    AtOrBelow,

    /// <summary>At the highest QP the loss was still smaller.</summary>
    AtOrAbove,
}
