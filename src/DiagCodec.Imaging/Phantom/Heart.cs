using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Four chambers in their walls, in a coat of fat.</summary>
internal sealed class Heart
{
    private const double MyocardiumHu = 105;
    private const double FatHu = -88;

    private readonly Patient _patient;
    private readonly Ellipsoid _leftVentricle;
    private readonly Ellipsoid _rightVentricle;
    private readonly Ellipsoid _leftAtrium;
    private readonly Ellipsoid _rightAtrium;

    public Heart(Patient patient)
    {
        _patient = patient;
        var frame = patient.Heart;
        _leftVentricle = frame.Ellipsoid(frame.At(8, -14, 0), 42, 22, 23);
        _rightVentricle = frame.Ellipsoid(frame.At(2, 20, -2), 42, 20, 31);
        _leftAtrium = new(frame.Beside(-12, 36, 12), frame.Length(1) * new Vector3(33, 19, 25));
        _rightAtrium = new(frame.Beside(-46, 6, -4), frame.Length(1) * new Vector3(23, 27, 32));
        Surface = new([new Grown(_leftVentricle, 10), new Grown(_rightVentricle, 4), new Grown(_leftAtrium, 2.5), new Grown(_rightAtrium, 2.5)], 9);
    }

    /// <summary>The outside of the muscle, on which the coronary arteries run.</summary>
    public Blend Surface { get; }

    public IEnumerable<Organ> Organs()
    {
        yield return new(new Grown(Surface, 7), 40); // the pericardium, a thin line
        yield return new(new Grown(Surface, 5.6), FatHu, Texture: 8);
        yield return new(Surface, MyocardiumHu - 10, PhantomLabel.Myocardium, 6);
        yield return new(_rightAtrium, _patient.RightContrast + 30, PhantomLabel.Chambers, 25);
        yield return new(_leftAtrium, _patient.LeftContrast + 10, PhantomLabel.Chambers, 5);
        yield return new(_rightVentricle, _patient.RightContrast, PhantomLabel.Chambers, 12);
        yield return new(new Grown(_leftVentricle, 10), MyocardiumHu, PhantomLabel.Myocardium, 6);
        yield return new(_leftVentricle, _patient.LeftContrast - 5, PhantomLabel.Chambers, 5);
        foreach (var muscle in PapillaryMuscles())
        {
            yield return muscle;
        }
    }

    private IEnumerable<Organ> PapillaryMuscles()
    {
        var frame = _patient.Heart;
        foreach (var side in new[] { -1, 1 })
        {
            TubePoint[] points = [new(frame.At(34, -20, 13 * side), frame.Length(5)), new(frame.At(12, -19, 12 * side), frame.Length(3))];
            yield return new(new Tube(points), MyocardiumHu, PhantomLabel.Myocardium);
        }
    }
}
