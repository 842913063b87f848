using System.Numerics.Tensors;

namespace DiagCodec.Segmentation.Input;

/// <summary>
/// Takes out what varies slowly, such as the heart's shadow and vignetting in angiograms: (value - local mean) / (local deviation + 0.02),
/// with Gaussian-weighted mean and deviation, then 0.5 plus an eighth of it, so that four deviations either way fill 0 to 1.
/// </summary>
internal sealed class LocalContrast
{
    public const float Floor = 0.02f;
    public const float Gain = 0.125f;

    private readonly float[] _kernel;
    private readonly float[] _mean;
    private readonly float[] _square;
    private readonly float[] _across;
    private readonly float[] _line;
    private readonly int _columns;
    private readonly int _rows;

    /// <param name="columns">Width of the planes.</param>
    /// <param name="rows">Height of the planes.</param>
    /// <param name="deviation">Of the Gaussian window, pixels, above 0.</param>
    public LocalContrast(int columns, int rows, double deviation)
    {
        (_columns, _rows) = (columns, rows);
        _kernel = Kernel(deviation);
        var radius = _kernel.Length / 2;
        (_mean, _square, _across) = (new float[columns * rows], new float[columns * rows], new float[columns * rows]);
        _line = new float[Math.Max(columns, rows) + (2 * radius)];
    }

    /// <summary>Weights of a Gaussian window out to three deviations; their sum is 1.</summary>
    public static float[] Kernel(double deviation)
    {
        var radius = (int)Math.Ceiling(3 * deviation);
        float[] kernel = [.. Enumerable.Range(-radius, (2 * radius) + 1).Select(i => (float)Math.Exp(-0.5 * i * i / (deviation * deviation)))];
        TensorPrimitives.Divide(kernel, TensorPrimitives.Sum<float>(kernel), kernel);
        return kernel;
    }

    /// <summary>Replaces a plane of values 0 to 1 by its local contrast.</summary>
    public void Apply(Span<float> plane)
    {
        Blur(plane, _mean);
        TensorPrimitives.Subtract(plane, _mean, plane);
        TensorPrimitives.Multiply<float>(plane, plane, _square);
        Blur(_square, _mean);
        for (var i = 0; i < plane.Length; i++)
        {
            plane[i] = Math.Clamp(0.5f + (Gain * plane[i] / (MathF.Sqrt(_mean[i]) + Floor)), 0, 1);
        }
    }

    /// <summary>Along rows, then along columns; the plane goes on beyond its border as in a mirror.</summary>
    private void Blur(ReadOnlySpan<float> source, Span<float> target)
    {
        for (var y = 0; y < _rows; y++)
        {
            Line(source.Slice(y * _columns, _columns), 1, _columns, _across.AsSpan(y * _columns), 1);
        }

        for (var x = 0; x < _columns; x++)
        {
            Line(_across.AsSpan(x), _columns, _rows, target[x..], _columns);
        }
    }

    private void Line(ReadOnlySpan<float> source, int step, int length, Span<float> target, int targetStep)
    {
        var radius = _kernel.Length / 2;
        for (var i = -radius; i < length + radius; i++)
        {
            _line[i + radius] = source[Mirror(i, length) * step];
        }

        for (var i = 0; i < length; i++)
        {
            target[i * targetStep] = TensorPrimitives.Dot<float>(_line.AsSpan(i, _kernel.Length), _kernel);
        }
    }

    /// <summary>The border pixel comes twice; windows wider than the plane go to and fro.</summary>
    public static int Mirror(int i, int length)
    {
        var period = 2 * length;
        var at = ((i % period) + period) % period;
        return at < length ? at : period - 1 - at;
    }
}
