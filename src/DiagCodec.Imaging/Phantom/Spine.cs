using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Vertebrae with their discs, arches and processes, and the canal behind them.</summary>
internal sealed class Spine(Patient patient)
{
    private const double Pitch = 23;
    private const double CortexHu = 480;
    private const double MarrowHu = 190;

    public IEnumerable<Organ> Organs()
    {
        var s = patient.BodyScale;
        var body = new Column(0, 68 * s, 18 * s, 14.5 * s);
        yield return new(new Column(0, 84 * s, 13 * s, 12 * s), CortexHu - 60); // the arch
        yield return new(body, CortexHu, Texture: 40);
        yield return new(new Grown(body, -1.6), MarrowHu, Texture: 60);
        for (var level = -8; level <= 8; level++)
        {
            var z = level * Pitch * s;
            foreach (var side in new[] { -1, 1 })
            {
                TubePoint[] process = [new(new(side * 9 * s, 84 * s, z), 4.5), new(new(side * 28 * s, 92 * s, z + 3), 3.2)];
                yield return new(new Tube(process), CortexHu - 120, Texture: 40);
            }

            TubePoint[] spinous = [new(new(0, 92 * s, z), 3.2), new(new(0, 103 * s, z - 10), 2.6)];
            yield return new(new Tube(spinous), CortexHu - 80);
            yield return new(new Ellipsoid(new(0, 68 * s, z + (Pitch * s / 2)), s * new Vector3(19, 15.5, 3.4)), 85);
        }

        yield return new(new Column(0, 86 * s, 8.5 * s, 7.5 * s), 20);
        yield return new(new Column(0, 86 * s, 5 * s, 4 * s), 40);
    }
}
