using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>What differs from patient to patient.</summary>
internal sealed class Patient
{
    public Patient(int seed)
    {
        var random = new PhantomRandom(seed, stream: 1);
        Seed = seed;
        BodyScale = random.Range(0.9, 1.04);
        Fat = random.Range(8, 22);
        LeftContrast = random.Range(320, 400);
        RightContrast = random.Range(130, 230);
        Heart = new(
            new(random.Range(16, 26), random.Range(-26, -16), random.Range(-6, 6)),
            new(0.62 + random.Range(-0.1, 0.1), -0.55 + random.Range(-0.1, 0.1), -0.5 + random.Range(-0.12, 0.12)),
            random.Range(0.88, 1.06));
    }

    public int Seed { get; }

    public double BodyScale { get; }

    /// <summary>Thickness under the skin, mm.</summary>
    public double Fat { get; }

    /// <summary>HU of the blood in left heart, aorta and coronary arteries.</summary>
    public double LeftContrast { get; }

    /// <summary>HU of the blood in right heart and lung arteries, where most of the contrast has passed.</summary>
    public double RightContrast { get; }

    public HeartFrame Heart { get; }

    /// <summary>The patient's own version of a point of the standard thorax (in body scale).</summary>
    public Vector3 Body(double x, double y, double z) => BodyScale * new Vector3(x, y, z);
}
