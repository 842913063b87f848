using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>What differs from patient to patient and from scan to scan.</summary>
internal sealed class Patient
{
    public Patient(PhantomOptions options)
    {
        var random = new PhantomRandom(options.Seed, stream: 1);
        Seed = options.Seed;
        var size = random.Range(0.9, 1.1);
        BodyScale = 0.97 * (options.PatientSize ?? size);
        Fat = random.Range(9, 26) * (options.PatientSize ?? size);
        var timing = (ContrastTiming)(1 + ((int)random.Range(0, 5) switch { 0 => 0, 4 => 2, _ => 1 }));
        Timing = options.Timing == ContrastTiming.BySeed ? timing : options.Timing;
        LeftContrast = random.Range(345, 450) - (Timing == ContrastTiming.Late ? 35 : 0);
        var right = random.Range(0, 1);
        RightContrast = Timing switch
        {
            ContrastTiming.Early => LeftContrast + 40 + (90 * right),
            ContrastTiming.Late => LeftContrast - 60 + (40 * right),
            _ => 120 + (130 * right),
        };
        var disease = random.Range(0, 1) switch { < 0.2 => CoronaryDisease.None, < 0.65 => CoronaryDisease.Moderate, _ => CoronaryDisease.Severe };
        Disease = options.Disease == CoronaryDisease.BySeed ? disease : options.Disease;
        Myocardium = random.Range(92, 122);
        LungHu = random.Range(-930, -870);
        WallThickness = random.Range(8, 11.5);
        Noise = random.Range(14, 26);
        FieldOfView = Math.Round(random.Range(165, 225));
        Heart = new(
            new(random.Range(17, 26), random.Range(-26, -16), random.Range(-6, 6)),
            new(0.62 + random.Range(-0.12, 0.12), -0.55 + random.Range(-0.1, 0.1), -0.5 + random.Range(-0.14, 0.14)),
            random.Range(0.9, 1.08) * (0.5 + (0.5 * (options.PatientSize ?? size))));
    }

    public int Seed { get; }

    public double BodyScale { get; }

    /// <summary>Thickness under the skin, mm.</summary>
    public double Fat { get; }

    public ContrastTiming Timing { get; }

    public CoronaryDisease Disease { get; }

    /// <summary>HU of the blood in left heart, aorta and coronary arteries.</summary>
    public double LeftContrast { get; }

    /// <summary>HU of the blood in right heart and lung arteries.</summary>
    public double RightContrast { get; }

    /// <summary>HU of the heart's muscle.</summary>
    public double Myocardium { get; }

    /// <summary>HU of the lung between its vessels.</summary>
    public double LungHu { get; }

    /// <summary>Of the left ventricle, heart millimetres.</summary>
    public double WallThickness { get; }

    /// <summary>HU, where the options leave it open.</summary>
    public double Noise { get; }

    /// <summary>mm, where the options leave it open.</summary>
    public double FieldOfView { get; }

    public HeartFrame Heart { get; }

    /// <summary>The patient's own version of a point of the standard thorax (in body scale).</summary>
    public Vector3 Body(double x, double y, double z) => BodyScale * new Vector3(x, y, z);
}
