using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>The part of a lung that neither heart nor diaphragm takes: where its vessels may go.</summary>
internal sealed class Ventilated(Lung lung, Abdomen abdomen, Heart heart) : Shape
{
    private const double Coat = 9;

    public override (Vector3 Low, Vector3 High) Bounds => lung.Bounds;

    public override double Distance(Vector3 p) =>
        Math.Max(lung.Distance(p), Math.Max(-abdomen.Distance(p), Coat - heart.Surface.Distance(p)));
}
