using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Puts plaques into arteries: each lies on one side of the wall, narrows the lumen, and is soft, calcified or both.</summary>
internal sealed class PlaqueGrowth(Patient patient)
{
    private static readonly string[] Sites = ["LAD", "RCA", "LCx", "LM", "LAD", "RCA", "D1", "OM1", "LAD", "LCx", "PDA"];

    private readonly PhantomRandom _random = new(patient.Seed, 4);
    private readonly List<Organ> _soft = [];
    private readonly List<Organ> _calcified = [];

    /// <returns>The plaques, to be painted before the lumen, which they never cover.</returns>
    public IReadOnlyList<Organ> Afflict(IReadOnlyList<Artery> arteries)
    {
        var count = patient.Disease switch
        {
            CoronaryDisease.Moderate => 2 + (int)_random.Range(0, 4),
            CoronaryDisease.Severe => 7 + (int)_random.Range(0, 7),
            _ => 0,
        };
        for (var i = 0; i < count; i++)
        {
            var site = Sites[(int)_random.Range(0, Sites.Length)];
            if (arteries.FirstOrDefault(a => a.Name == site) is { } artery)
            {
                Grow(artery);
            }
        }

        return [.. _soft, .. _calcified];
    }

    private void Grow(Artery artery)
    {
        var (place, half, kind) = (_random.Range(0.05, 0.65), _random.Range(2, 9) / SurfaceWalk.Step, _random.Range(0, 1));
        var (low, high) = patient.Disease == CoronaryDisease.Severe ? (0.25, 0.75) : (0.1, 0.5);
        var narrowing = _random.Range(low, high);
        var middle = (int)(place * artery.Count);
        var (from, to) = ((int)Math.Max(middle - half, 2), (int)Math.Min(middle + half, artery.Count - 2));
        if (to - from < 3)
        {
            return;
        }

        var side = Across(artery.Along(middle));
        var plaque = new List<TubePoint>();
        for (var i = from; i <= to; i++)
        {
            var u = (i - middle) / half;
            var bulge = Math.Max(1 - (u * u), 0);
            artery.Narrow(i, narrowing * bulge);
            var radius = artery.HealthyRadius(i);
            plaque.Add(new(artery.At(i) + (0.4 * radius * side), radius * (0.55 + (0.55 * bulge))));
        }

        if (kind < 0.65)
        {
            _soft.Add(new(new Tube(plaque), _random.Range(35, 95), Texture: 20));
        }

        if (kind > 0.35)
        {
            Calcify(artery, from, to, side);
        }
    }

    /// <summary>Lumps along the outer edge.</summary>
    private void Calcify(Artery artery, int from, int to, Vector3 side)
    {
        for (var i = from; i <= to; i += 1 + (int)_random.Range(1, 3.5))
        {
            var radius = artery.HealthyRadius(i);
            var outwards = (side + (0.7 * Across(artery.Along(i)))).Normalised();
            var along = _random.Range(0.5, 1.6) * artery.Along(i);
            var centre = artery.At(i) + (_random.Range(1.0, 1.35) * radius * outwards);
            var size = radius * _random.Range(0.45, 0.85);
            _calcified.Add(new(
                new Tube([new(centre - along, size * 0.6), new(centre, size), new(centre + along, size * 0.7)]),
                _random.Range(650, 1500),
                PhantomLabel.CalcifiedPlaque,
                120,
                TextureKind.Grain));
        }
    }

    /// <summary>A random direction at right angles.</summary>
    private Vector3 Across(Vector3 along)
    {
        var any = new Vector3(_random.Range(-1, 1), _random.Range(-1, 1), _random.Range(-1, 1));
        var across = any - (any.Dot(along) * along);
        return across.Length > 0.05 ? across.Normalised() : new Vector3(along.Y, -along.X, 0.01).Normalised();
    }
}
