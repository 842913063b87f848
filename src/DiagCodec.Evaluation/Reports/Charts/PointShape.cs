namespace DiagCodec.Evaluation.Reports.Charts;

/// <summary>The mark of a point; shapes differ so that black-and-white prints can be read.</summary>
public enum PointShape
{
    Disc,
    Diamond,
    Square,
    Triangle,
    Ring,
}
