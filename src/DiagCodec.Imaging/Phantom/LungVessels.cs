using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Trees of vessels from the hilum into a lung, forking at random until they are too thin to see.</summary>
internal sealed class LungVessels(Patient patient, Lung lung, int side)
{
    private const double Thinnest = 0.35;
    private const double Deepest = -2.5;

    private readonly PhantomRandom _random = new(patient.Seed, 40 + side);
    private readonly List<Organ> _organs = [];

    public IReadOnlyList<Organ> Organs()
    {
        var hilum = patient.Body(side * 52, 24, 18);
        for (var i = 0; i < 44; i++)
        {
            var direction = new Vector3(side * _random.Range(0.1, 1), _random.Range(-1, 0.9), _random.Range(-1.1, 1.1)).Normalised();
            Grow(hilum + (6 * direction), direction, _random.Range(1.8, 3.8));
        }

        return _organs;
    }

    private void Grow(Vector3 from, Vector3 direction, double radius)
    {
        if (radius < Thinnest)
        {
            return;
        }

        var points = new List<TubePoint> { new(from, radius) };
        var steps = 3 + (int)_random.Range(0, 3);
        for (var i = 0; i < steps; i++)
        {
            direction = Turned(direction, 0.25);
            from += (2.2 + (1.3 * radius)) * direction;
            radius *= 0.95;
            points.Add(new(from, radius));
        }

        if (lung.Distance(from) > Deepest - radius)
        {
            return;
        }

        _organs.Add(new(new Tube(points), 40 + (0.6 * patient.RightContrast)));
        Grow(from, Turned(direction, 0.5), radius * _random.Range(0.74, 0.92));
        Grow(from, Turned(direction, 0.9), radius * _random.Range(0.5, 0.78));
    }

    private Vector3 Turned(Vector3 direction, double by) =>
        (direction + (by * new Vector3(_random.Range(-1, 1), _random.Range(-1, 1), _random.Range(-1, 1)))).Normalised();
}
