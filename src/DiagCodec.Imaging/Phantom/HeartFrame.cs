using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>
/// The heart's own axes: towards the apex; across the septum towards the right ventricle; and along the septum towards the groove
/// in front.
/// </summary>
internal sealed class HeartFrame
{
    private readonly double _scale;

    public HeartFrame(Vector3 centre, Vector3 towardsApex, double scale)
    {
        Centre = centre;
        _scale = scale;
        Apex = towardsApex.Normalised();
        var right = new Vector3(-0.65, -0.75, 0);
        Septum = (right - (right.Dot(Apex) * Apex)).Normalised();
        Groove = Septum.Cross(Apex);
        if (Groove.Z < 0)
        {
            Groove = -1 * Groove;
        }
    }

    public Vector3 Centre { get; }

    public Vector3 Apex { get; }

    public Vector3 Septum { get; }

    public Vector3 Groove { get; }

    /// <summary>A point in heart millimetres.</summary>
    public Vector3 At(double apex, double septum, double groove) =>
        Centre + (_scale * ((apex * Apex) + (septum * Septum) + (groove * Groove)));

    /// <summary>A point by body directions, in heart millimetres.</summary>
    public Vector3 Beside(double left, double back, double up) => Centre + (_scale * new Vector3(left, back, up));

    public double Length(double millimetres) => _scale * millimetres;

    public Ellipsoid Ellipsoid(Vector3 centre, double apex, double septum, double groove) =>
        new(centre, Apex, Septum, Groove, _scale * new Vector3(apex, septum, groove));
}
