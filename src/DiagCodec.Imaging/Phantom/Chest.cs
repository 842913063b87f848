using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>The wall of the chest from the skin to the pleura, on the scanner's table.</summary>
internal sealed class Chest
{
    private const double MuscleHu = 58;
    private const double FatHu = -104;
    private const double CortexHu = 850;
    private const double MarrowHu = 170;

    private readonly Patient _patient;
    private readonly SolidNoise _uneven;
    private readonly double _scale;

    public Chest(Patient patient)
    {
        (_patient, _scale) = (patient, patient.BodyScale);
        _uneven = new(patient.Seed + 15, 38);
        Inside = new(0, 2 * _scale, 129 * _scale, 83 * _scale, _uneven, 2);
    }

    /// <summary>What the pleura lines.</summary>
    public Column Inside { get; }

    public IEnumerable<Organ> Organs()
    {
        var s = _scale;
        var outline = (X: (150 * s) + _patient.Fat, Y: (103 * s) + (0.8 * _patient.Fat));
        var muscle = new Column(0, 2 * s, 150 * s, 102 * s, _uneven, 5);
        var back = outline.Y + 12;
        yield return new(new Table(back, 0), -150);
        yield return new(new Table(back, 1), -880);
        yield return new(new Column(0, 4, outline.X + 2, outline.Y + 2, _uneven, 3), 20);
        yield return new(new Column(0, 4, outline.X, outline.Y, _uneven, 3), FatHu, Texture: 110, Kind: TextureKind.Strands);
        yield return new(muscle, MuscleHu, Texture: 14);
        yield return new(new Sculpted(new Shell(muscle, -6.5 * s, 0.9), new SolidNoise(_patient.Seed + 16, 12), 1.4), -70); // between the layers
        foreach (var side in new[] { -1, 1 })
        {
            var beside = new Column(side * 25 * s, 107 * s, 22 * s, 13 * s, _uneven, 3);
            yield return new(new Grown(beside, 1.2), -80);
            yield return new(beside, MuscleHu, Texture: 22);
            var blade = new Intersection(new Shell(muscle, -9 * s, 2.4), new Ellipsoid(_patient.Body(side * 96, 68, 85), s * new Vector3(46, 46, 75)), 3);
            yield return new(blade, CortexHu);
            yield return new(new Grown(blade, -1.2), MarrowHu, Texture: 60, Kind: TextureKind.Grain);
        }

        yield return new(Inside, -98, Texture: 85, Kind: TextureKind.Strands);
        foreach (var organ in Ribs())
        {
            yield return organ;
        }
    }

    private IEnumerable<Organ> Ribs()
    {
        var s = _scale;
        var ribs = new Column(0, 2 * s, 135 * s, 89 * s, _uneven, 2);
        yield return new(new RibCage(ribs, s, 0, front: false), CortexHu + 330, Texture: 110, Kind: TextureKind.Grain);
        yield return new(new RibCage(ribs, s, 1.4, front: false), MarrowHu, Texture: 80, Kind: TextureKind.Grain);
        yield return new(new RibCage(ribs, s, 0, front: true), 112, Texture: 30);
        var sternum = new Sculpted(new Column(0, -90 * s, 18 * s, 6 * s), new SolidNoise(_patient.Seed + 17, 11), 2);
        yield return new(sternum, CortexHu - 150, Texture: 70, Kind: TextureKind.Grain);
        yield return new(new Grown(sternum, -1.2), MarrowHu - 40, Texture: 70, Kind: TextureKind.Grain);
    }
}
