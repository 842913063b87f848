using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>All organs of a patient, in the order in which they are painted.</summary>
internal static class Thorax
{
    public static List<Organ> Organs(Patient patient)
    {
        var s = patient.BodyScale;
        var uneven = new SolidNoise(patient.Seed + 5, 38);
        var muscle = new Column(0, 1, 150 * s, 100 * s, uneven, 5);
        var chest = new Column(0, 0, 128 * s, 80 * s, uneven, 2);
        var ribs = new Column(0, 0, 134.5 * s, 86.5 * s);
        var outline = (X: (150 * s) + patient.Fat, Y: (100 * s) + (0.8 * patient.Fat));
        List<Organ> organs =
        [
            new(new Table(outline.Y + 9, 0), -150),
            new(new Table(outline.Y + 9, 1), -880),
            new(new Column(0, 1, outline.X + 2, outline.Y + 2, uneven, 3), 25),
            new(new Column(0, 1, outline.X, outline.Y, uneven, 3), -104, Texture: 10),
            new(muscle, 56, Texture: 26),
            new(chest, -70, Texture: 40),
            new(new RibCage(ribs, s, 0, front: false), 520, Texture: 60),
            new(new RibCage(ribs, s, 1.6, front: false), 180, Texture: 60),
            new(new RibCage(ribs, s, 0, front: true), 110),
            new(new Column(0, -88 * s, 19 * s, 6.5 * s), 420, Texture: 50),
            new(new Column(0, -88 * s, 17 * s, 4.8 * s), 130, Texture: 40),
        ];
        foreach (var side in new[] { -1, 1 })
        {
            var lung = new Lung(chest, side, s);
            organs.Add(new(lung, -865, Texture: 30));
            organs.AddRange(new LungVessels(patient, lung, side).Organs());
        }

        organs.Add(new(new Ellipsoid(patient.Body(-72, 4, -132), s * new Vector3(80, 82, 78)), 108, Texture: 8)); // liver
        organs.Add(new(new Ellipsoid(patient.Body(78, 8, -150), s * new Vector3(58, 70, 78)), 60, Texture: 12)); // stomach and spleen
        organs.AddRange(new Spine(patient).Organs());
        var (vessels, heart) = (new GreatVessels(patient), new Heart(patient));
        organs.AddRange(vessels.Airways());
        organs.AddRange(vessels.Vessels());
        organs.AddRange(heart.Organs());
        organs.AddRange(new CoronaryTree(patient, heart, vessels.LeftOstium, vessels.RightOstium).Organs());
        organs.Add(vessels.Aorta());
        return organs;
    }
}
