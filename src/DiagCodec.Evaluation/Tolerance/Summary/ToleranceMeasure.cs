namespace DiagCodec.Evaluation.Tolerance.Summary;

/// <summary>What a prediction is held against.</summary>
public enum ToleranceMeasure
{
    /// <summary>The model's own prediction on the slices as they were read: what coding changes. Its intervals are narrow.</summary>
    Own,

    /// <summary>The truth: what is right.</summary>
    Truth,
}
