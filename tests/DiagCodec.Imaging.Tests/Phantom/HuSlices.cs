using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Tests.Phantom;

/// <summary>A volume as HU, with what can be measured on any CT whether real or made.</summary>
internal sealed class HuSlices
{
    private readonly float[][] _slices;

    public HuSlices(Volume volume)
    {
        (Columns, Rows) = (volume.Columns, volume.Rows);
        Spacing = volume.Geometry!.ColumnSpacing;
        var values = new int[volume.PixelsPerSlice];
        _slices = new float[volume.Slices][];
        for (var z = 0; z < volume.Slices; z++)
        {
            volume.ReadSlice(z, values);
            var rescale = volume.RescaleOf(z);
            _slices[z] = [.. values.Select(v => (float)rescale.Apply(v))];
        }
    }

    public int Columns { get; }

    public int Rows { get; }

    public double Spacing { get; }

    public int Count => _slices.Length;

    public float[] this[int slice] => _slices[slice];

    /// <summary>The most frequent value of quiet places (means of 5x5 pixels that hardly differ) between two bounds.</summary>
    public double Mode(int low, int high)
    {
        var histogram = new double[high - low + 1];
        for (var z = 0; z < Count; z += 2)
        {
            for (var y = 3; y < Rows - 3; y += 2)
            {
                for (var x = 3; x < Columns - 3; x += 2)
                {
                    var (mean, deviation) = Patch(_slices[z], x - 2, y - 2, 5);
                    if (deviation < 60 && mean > low && mean < high)
                    {
                        histogram[(int)(mean - low)]++;
                    }
                }
            }
        }

        var smooth = Enumerable.Range(0, histogram.Length).Select(i => histogram.Skip(i - 6).Take(13).Sum()).ToArray();
        return low + Array.IndexOf(smooth, smooth.Max());
    }

    /// <summary>Mean of quiet places between two bounds.</summary>
    public double Mean(int low, int high)
    {
        var (sum, count) = (0.0, 0);
        for (var z = 0; z < Count; z += 2)
        {
            for (var y = 3; y < Rows - 3; y += 2)
            {
                for (var x = 3; x < Columns - 3; x += 2)
                {
                    var (mean, deviation) = Patch(_slices[z], x - 2, y - 2, 5);
                    if (deviation < 60 && mean > low && mean < high)
                    {
                        (sum, count) = (sum + mean, count + 1);
                    }
                }
            }
        }

        return sum / count;
    }

    /// <summary>Mean above a bound in the lower part of the picture, where the spine and the ribs are.</summary>
    public double MeanAbove(int bound, Func<int, int, bool> counts)
    {
        var (sum, count) = (0.0, 0);
        for (var z = 0; z < Count; z += 2)
        {
            for (var i = 0; i < _slices[z].Length; i++)
            {
                if (_slices[z][i] > bound && counts(z, i))
                {
                    (sum, count) = (sum + _slices[z][i], count + 1);
                }
            }
        }

        return sum / count;
    }

    public (double Mean, double Deviation) Patch(float[] slice, int left, int top, int size)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var y = top; y < top + size; y++)
        {
            for (var x = left; x < left + size; x++)
            {
                var value = slice[(y * Columns) + x];
                (sum, squares) = (sum + value, squares + (value * (double)value));
            }
        }

        var mean = sum / (size * size);
        return (mean, Math.Sqrt(Math.Max((squares / (size * size)) - (mean * mean), 0)));
    }
}
