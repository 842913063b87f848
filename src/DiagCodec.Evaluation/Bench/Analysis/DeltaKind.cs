namespace DiagCodec.Evaluation.Bench.Analysis;

/// <summary>What a Bjontegaard delta tells.</summary>
public enum DeltaKind
{
    /// <summary>How much better at the same rate: BD-mIoU, BD-Dice, BD-PSNR.</summary>
    Quality,

    /// <summary>How much more rate for the same quality, percent.</summary>
    Rate,

    /// <summary>The same of curves made rising (isotonic regression), which hides noise; named as such wherever it is shown.</summary>
    IsotonicRate,
}
