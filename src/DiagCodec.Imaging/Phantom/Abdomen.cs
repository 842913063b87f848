using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>What the diaphragm covers: the domes that the lowest slices cut.</summary>
internal sealed class Abdomen(Patient patient)
{
    private const double DiaphragmHu = 50;

    private readonly Ellipsoid _liver = new(patient.Body(-60, 2, -117), patient.BodyScale * new Vector3(82, 82, 86));
    private readonly Ellipsoid _leftLobe = new(patient.Body(4, -22, -121), patient.BodyScale * new Vector3(62, 54, 78));
    private readonly Ellipsoid _left = new(patient.Body(72, 12, -122), patient.BodyScale * new Vector3(58, 72, 82));

    /// <summary>Distance from the domes.</summary>
    public double Distance(Vector3 p) => Math.Min(Math.Min(_liver.Distance(p), _leftLobe.Distance(p)), _left.Distance(p));

    public IEnumerable<Organ> Organs()
    {
        yield return new(new Grown(_left, 3), DiaphragmHu);
        yield return new(_left, -100, Texture: 80, Kind: TextureKind.Strands);
        var s = patient.BodyScale;
        var stomach = new Ellipsoid(patient.Body(58, -8, -124), s * new Vector3(38, 42, 66));
        yield return new(stomach, 48);
        yield return new(new Grown(stomach, -4), 22, Texture: 25);
        yield return new(new Intersection(new Grown(stomach, -4), new Column(58 * s, -60 * s, 60 * s, 45 * s), 3), -960); // the gas lies in front
        yield return new(new Ellipsoid(patient.Body(92, 44, -124), s * new Vector3(30, 34, 52)), 120, Texture: 30);
        var liver = new Blend([_liver, _leftLobe], 14);
        yield return new(new Grown(liver, 2.5), DiaphragmHu);
        yield return new(liver, 75, Texture: 4);
    }
}
