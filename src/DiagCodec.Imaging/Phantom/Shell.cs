using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>A sheet along a shape's surface: fascia, pleura, valve.</summary>
/// <param name="shape">The shape.</param>
/// <param name="at">How far outside its surface the sheet's middle lies, mm.</param>
/// <param name="half">Half its thickness, mm.</param>
internal sealed class Shell(Shape shape, double at, double half) : Shape
{
    public override (Vector3 Low, Vector3 High) Bounds { get; } = (
        shape.Bounds.Low - ((at + half) * new Vector3(1, 1, 1)),
        shape.Bounds.High + ((at + half) * new Vector3(1, 1, 1)));

    public override double Distance(Vector3 p) => Math.Abs(shape.Distance(p) - at) - half;
}
