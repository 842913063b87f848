using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Four chambers in their walls, in a coat of fat that fills the grooves between them.</summary>
internal sealed class Heart
{
    private const double FatHu = -98;
    private const double PericardiumHu = 25;

    private readonly Patient _patient;
    private readonly Ellipsoid _leftVentricle;
    private readonly Ellipsoid _rightVentricle;
    private readonly Ellipsoid _leftAtrium;
    private readonly Ellipsoid _rightAtrium;
    private readonly Shape _coat;
    private readonly Tube _outflow;
    private readonly Shape _leftWall;
    private readonly Shape _leftBlood;

    public Heart(Patient patient)
    {
        _patient = patient;
        var random = new PhantomRandom(patient.Seed, 2);
        var frame = patient.Heart;
        double Size(double standard) => standard * random.Range(0.93, 1.08);
        _leftVentricle = frame.Ellipsoid(frame.At(8, -14, 0), Size(41), Size(21), Size(22));
        _rightVentricle = frame.Ellipsoid(frame.At(2, 19, -2), Size(42), Size(20), Size(31));
        _leftAtrium = new(frame.Beside(-12, 35, 13), frame.Length(1) * new Vector3(Size(33), Size(19), Size(24)));
        _rightAtrium = new(frame.Beside(-45, 7, -3), frame.Length(1) * new Vector3(Size(22), Size(26), Size(31)));

        _outflow = Line(15, frame.At(-14, 30, 18), frame.Beside(12, -26, 27));

        // Ventricle and atrium open into each other: both end at the plane of the valves.
        _leftWall = new Intersection(new Grown(_leftVentricle, Wall), frame.Ellipsoid(frame.At(38, -14, 0), 61, 75, 75), 5);
        _leftBlood = new Intersection(_leftVentricle, frame.Ellipsoid(frame.At(38, -14, 0), 64, 75, 75), 3);
        List<Shape> walls = [_leftWall, new Grown(_rightVentricle, 3.5), new Grown(_leftAtrium, 2), new Grown(_rightAtrium, 2), new Grown(_outflow, 3)];
        Surface = new(walls, 8);
        var fat = random.Range(2.5, 5.5);
        _coat = new Sculpted(new Grown(new Blend(walls, 30), fat), new SolidNoise(patient.Seed + 51, 24), 2.4);
    }

    /// <summary>The outside of the muscle, on which the coronary arteries run.</summary>
    public Blend Surface { get; }

    private double Wall => _patient.Heart.Length(_patient.WallThickness);

    /// <param name="arteries">Coronary arteries, which take their fat with them where the coat is thin.</param>
    public IEnumerable<Organ> Coat(IReadOnlyList<Shape> arteries)
    {
        yield return new(new Grown(_coat, 1), PericardiumHu);
        foreach (var artery in arteries)
        {
            yield return new(new Grown(artery, 2.5), PericardiumHu);
        }

        yield return new(_coat, FatHu, Texture: 70, Kind: TextureKind.Strands);
        foreach (var halo in Halos(arteries))
        {
            yield return halo;
        }
    }

    /// <summary>Fat that keeps an artery apart from what it touches.</summary>
    public static IEnumerable<Organ> Halos(IReadOnlyList<Shape> arteries) => arteries.Select(a => new Organ(new Grown(a, 1.7), FatHu));

    public IEnumerable<Organ> Organs()
    {
        var (right, left, frame) = (_patient.RightContrast, _patient.LeftContrast, _patient.Heart);
        var (rough, fine) = (new SolidNoise(_patient.Seed + 52, 6.5), new SolidNoise(_patient.Seed + 53, 4.5));
        var muscle = _patient.Myocardium;
        var mixing = _patient.Timing == ContrastTiming.Coronary ? 45 : 14;
        yield return new(Surface, muscle - 12, Texture: 8);
        yield return new(new Sculpted(_rightAtrium, rough, 1.6), right + 15, PhantomLabel.Chambers, mixing);
        yield return new(_leftAtrium, left + 8, PhantomLabel.Chambers, 5);
        yield return new(new Sculpted(_rightVentricle, rough, 3), right, PhantomLabel.Chambers, mixing / 2);
        yield return Passage(right, 14, frame.Beside(-43, 6, -3), frame.At(-14, 22, -6));
        yield return new(_outflow, right + 5, PhantomLabel.Chambers, mixing / 3);
        yield return Tissue(muscle, 2.2, frame.At(20, 33, -8), frame.At(12, 14, -14), frame.At(4, 6, -16)); // the moderator band
        yield return Tissue(muscle, 1.8, frame.At(28, 24, 4), frame.At(14, 26, -6));
        yield return new(new Sculpted(_leftWall, rough, 0.9), muscle, PhantomLabel.Myocardium, 9);
        yield return new(new Sculpted(_leftBlood, fine, 1.5), left - 8, PhantomLabel.Chambers, 5);
        yield return Passage(left, 13, frame.Beside(-10, 32, 11), frame.At(-16, -16, -2));
        yield return Passage(left, 10.5, frame.Beside(-6, -3, 26), frame.At(-14, -8, 10));
        yield return new(frame.Ellipsoid(frame.At(-19, -8, 1), 9, 0.8, 11), left - 150, PhantomLabel.Chambers); // the mitral leaflets
        yield return new(frame.Ellipsoid(frame.At(-19, -25, -3), 7, 0.8, 10), left - 150, PhantomLabel.Chambers);
        foreach (var side in new[] { -1, 1 })
        {
            yield return Tissue(muscle, 4.6, frame.At(37, -20, 13 * side), frame.At(24, -23, 14 * side), frame.At(9, -20, 12 * side));
            yield return Tissue(muscle, 1.6, frame.At(40, -10, 8 * side), frame.At(24, -6, 16 * side));
        }
    }

    /// <summary>Blind bags on the atria: lobed, so made of a few balls.</summary>
    public IEnumerable<Organ> Appendages()
    {
        var frame = _patient.Heart;
        var rough = new SolidNoise(_patient.Seed + 54, 7);
        Organ Bag(double hu, double radius, params ReadOnlySpan<Vector3> points) =>
            new(new Sculpted(Line(radius, points), rough, 2.2), hu, PhantomLabel.Chambers, 12);
        yield return Bag(_patient.LeftContrast - 12, 7, frame.Beside(12, 26, 22), frame.Beside(26, 14, 27), frame.Beside(31, 2, 26));
        yield return Bag(_patient.RightContrast + 5, 8, frame.Beside(-42, -4, 18), frame.Beside(-36, -20, 26), frame.Beside(-26, -30, 28));
    }

    private Organ Passage(double hu, double radius, params ReadOnlySpan<Vector3> points) =>
        new(Line(radius, points), hu, PhantomLabel.Chambers);

    private Organ Tissue(double hu, double radius, params ReadOnlySpan<Vector3> points) =>
        new(new Sculpted(Line(radius, points), new SolidNoise(_patient.Seed + 55, 4), 0.8), hu, PhantomLabel.Myocardium);

    private Tube Line(double radius, params ReadOnlySpan<Vector3> points)
    {
        var line = new List<TubePoint>();
        foreach (var point in points)
        {
            line.Add(new(point, _patient.Heart.Length(radius)));
        }

        return new(Curve.Through(line, 5));
    }
}
