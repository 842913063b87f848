using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Vertebrae with their discs, arches and processes, and the canal behind them.</summary>
internal sealed class Spine(Patient patient)
{
    private const double Pitch = 24;
    private const double CortexHu = 640;
    private const double MarrowHu = 185;
    private const double CortexThickness = 1.1;

    public IEnumerable<Organ> Organs()
    {
        var s = patient.BodyScale;
        var uneven = new SolidNoise(patient.Seed + 61, 9);
        var body = new Sculpted(new Column(0, 66 * s, 17.5 * s, 14 * s), uneven, 1.4);
        yield return new(new Grown(body, 1), 40);
        yield return new(body, CortexHu, Texture: 60, Kind: TextureKind.Grain);
        yield return new(new Grown(body, -CortexThickness), MarrowHu, Texture: 75, Kind: TextureKind.Grain);
        for (var level = -7; level <= 7; level++)
        {
            var z = level * Pitch * s;
            foreach (var organ in Arch(z, s))
            {
                yield return organ;
            }

            yield return new(new Ellipsoid(new(0, 66 * s, z + (Pitch * s / 2)), s * new Vector3(19, 15.5, 4.6)), CortexHu - 200, Texture: 60, Kind: TextureKind.Grain); // end plates
            yield return new(new Ellipsoid(new(0, 66 * s, z + (Pitch * s / 2)), s * new Vector3(19, 15.5, 3.1)), 88, Texture: 15);
        }

        var canal = new Column(0, 86 * s, 8.5 * s, 7 * s);
        yield return new(new Column(0, 85.5 * s, 8.5 * s, 7 * s), -20, Texture: 40);
        yield return new(new Grown(canal, -1.8), 18);
        yield return new(new Grown(canal, -3.2), 38);
    }

    private static IEnumerable<Organ> Arch(double z, double s)
    {
        var bones = new List<Tube> { Bone((0, 95, z, 3.4), (0, 103, z - 7, 3), (0, 111, z - 17, 3.4)) };
        foreach (var side in new[] { -1, 1 })
        {
            bones.Add(Bone((side * 10, 75, z + 4, 4.6), (side * 12.5, 87, z + 3, 4.6))); // pedicle
            bones.Add(Bone((side * 12, 88, z + 8, 3.6), (side * 11, 91, z - 8, 3.6))); // joints
            bones.Add(Bone((side * 12, 90, z, 3.4), (0, 97, z - 3, 3.4)));
            bones.Add(Bone((side * 11.5, 91, z - 6, 3), (0, 99, z - 10, 3)));
            bones.Add(Bone((side * 13, 89, z + 2, 4.2), (side * 31, 97, z + 5, 4.6))); // transverse process
            bones.Add(Bone((side * 18, 76, z + 11, 4), (side * 27, 84, z + 10, 3), (side * 40, 91, z + 7, 3.8))); // the rib's head and neck
        }

        foreach (var bone in bones)
        {
            yield return new(bone, CortexHu + 300, Texture: 90, Kind: TextureKind.Grain);
        }

        foreach (var bone in bones)
        {
            yield return new(new Grown(bone, -1.5), MarrowHu + 40, Texture: 90, Kind: TextureKind.Grain);
        }

        Tube Bone(params ReadOnlySpan<(double X, double Y, double Z, double Radius)> points)
        {
            var line = new List<TubePoint>();
            foreach (var (x, y, height, radius) in points)
            {
                line.Add(new(new(x * s, y * s, height), radius * s));
            }

            return new(line);
        }
    }
}
