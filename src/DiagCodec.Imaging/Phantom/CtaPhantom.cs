using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Makes a synthetic coronary CT angiography, with truth, from a seed.</summary>
public static class CtaPhantom
{
    /// <summary>Rises whenever equal options give another scan than before: results are kept under it.</summary>
    public const int Version = 1;

    /// <summary>What the pixels outside the reconstruction circle hold, as many CT scanners do; no HU is as low.</summary>
    public const int PaddingValue = -2000;

    private const int Intercept = -1024;
    private const int HighestStored = 4095;

    /// <summary>
    /// Stored values are signed, 0 to 4095 within the reconstruction circle (HU + 1024) and <see cref="PaddingValue"/> outside.
    /// Slices go from feet to head; the patient lies on the back, head first.
    /// </summary>
    /// <param name="options">What the scan shall be like.</param>
    /// <param name="progress">Told the number of slices made, and of all.</param>
    /// <param name="cancellation">Ends the making.</param>
    /// <exception cref="Faults.UsageException">An option is out of range.</exception>
    public static (Volume Volume, LabelMap Labels) Create(
        PhantomOptions options, IProgress<(int Done, int Total)>? progress = null, CancellationToken cancellation = default)
    {
        options.Validate();
        var patient = new Patient(options);
        var grid = new ScanGrid(options, patient);
        var rasteriser = new Rasteriser(Thorax.Organs(patient), grid, options.Seed);
        var noise = new ScannerNoise(options.Seed, grid, options.SliceSpacing, options.Noise ?? patient.Noise);
        var pixels = options.Size * options.Size;
        var slices = new ReadOnlyMemory<byte>[options.Slices];
        var labels = new byte[checked(pixels * options.Slices)];
        var done = 0;
        Parallel.For(0, options.Slices, new ParallelOptions { CancellationToken = cancellation }, slice =>
        {
            var classes = labels.AsSpan(slice * pixels, pixels);
            var hu = rasteriser.Paint(grid.Geometry.Positions[slice].Z, classes);
            ScannerBlur.Apply(hu, options.Size, grid.Spacing);
            noise.Add(hu, slice);
            slices[slice] = Store(hu, classes, options.Size);
            progress?.Report((Interlocked.Increment(ref done), options.Slices));
        });

        var volume = new Volume(options.Size, options.Size, SampleFormat.Int16, [.. slices])
        {
            BitsStored = 16,
            Geometry = grid.Geometry,
            Rescales = [new(1, Intercept)],
            Padding = new(PaddingValue, PaddingValue),
        };
        return (volume, new(options.Size, options.Size, options.Slices, labels, grid.Geometry));
    }

    private static byte[] Store(float[] hu, Span<byte> labels, int size)
    {
        var stored = new int[hu.Length];
        var radius = size / 2.0;
        for (var i = 0; i < hu.Length; i++)
        {
            var (row, column) = Math.DivRem(i, size);
            var (x, y) = (column + 0.5 - radius, row + 0.5 - radius);
            if ((x * x) + (y * y) > radius * radius)
            {
                stored[i] = PaddingValue;
                labels[i] = PhantomLabel.Background;
            }
            else
            {
                stored[i] = Math.Clamp((int)Math.Round(hu[i] - Intercept), 0, HighestStored);
            }
        }

        var samples = new byte[2 * hu.Length];
        Volume.Narrow(stored, SampleFormat.Int16, samples);
        return samples;
    }
}
