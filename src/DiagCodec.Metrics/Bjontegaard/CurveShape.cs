namespace DiagCodec.Metrics.Bjontegaard;

/// <summary>How a curve runs between its points.</summary>
public enum CurveShape
{
    /// <summary>Piecewise cubic that keeps monotony (Fritsch and Butland 1984), as JVET's spreadsheet has it. The default.</summary>
    Pchip,

    /// <summary>Piecewise cubic after Akima (Journal of the ACM 17(4), 1970): smoother, may overshoot.</summary>
    Akima,

    /// <summary>One third-order polynomial, as in VCEG-M33: exact through four points, least squares through more.</summary>
    Cubic,
}
