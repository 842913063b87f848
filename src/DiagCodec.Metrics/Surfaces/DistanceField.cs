namespace DiagCodec.Metrics.Surfaces;

/// <summary>
/// Distances from voxels to the nearest marked voxel of a box. Per voxel, 4 bytes hold how many slices and rows away the nearest mark with
/// the same column is: half the memory of squared distances, and these come out of whole steps in double precision.
/// </summary>
internal sealed class DistanceField
{
    private const uint Nowhere = 0xFFFF;

    private readonly VoxelGrid _grid;
    private readonly VoxelBox _box;
    private readonly uint[] _steps;
    private readonly LowerEnvelope _envelope;
    private readonly double[] _heights;
    private readonly int[] _nearest;
    private readonly uint[] _line;

    public DistanceField(VoxelGrid grid, VoxelBox box)
    {
        (_grid, _box) = (grid, box);
        _steps = GC.AllocateUninitializedArray<uint>(box.Voxels);
        var longest = Math.Max(box.Columns, box.Rows);
        _envelope = new LowerEnvelope(longest);
        _heights = new double[longest];
        _nearest = new int[longest];
        _line = new uint[longest];
    }

    /// <summary>Distances in mm of all voxels marked <paramref name="from"/> to the nearest marked <paramref name="to"/>, ascending.</summary>
    /// <param name="marks">Of the box's voxels; at least one has <paramref name="to"/>.</param>
    /// <param name="from">One bit.</param>
    /// <param name="to">Another bit.</param>
    /// <param name="count">How many voxels are marked <paramref name="from"/>.</param>
    public double[] Measure(ReadOnlySpan<byte> marks, byte from, byte to, int count)
    {
        CountSlices(marks, to);
        for (var z = 0; z < _box.Slices; z++)
        {
            AddRows(_steps.AsSpan(z * _box.Columns * _box.Rows, _box.Columns * _box.Rows));
        }

        var distances = new double[count];
        var found = 0;
        for (var start = 0; start < _steps.Length; start += _box.Columns)
        {
            found += MeasureRow(marks.Slice(start, _box.Columns), from, _steps.AsSpan(start, _box.Columns), distances.AsSpan(found));
        }

        Array.Sort(distances);
        return distances;
    }

    /// <summary>Steps to the nearest mark in the slices above and below, whole planes at a time because memory is laid out so.</summary>
    private void CountSlices(ReadOnlySpan<byte> marks, byte to)
    {
        var plane = _box.Columns * _box.Rows;
        for (var i = 0; i < _steps.Length; i++)
        {
            _steps[i] = (marks[i] & to) != 0 ? 0 : i < plane ? Nowhere : Math.Min(_steps[i - plane] + 1, Nowhere);
        }

        for (var i = _steps.Length - plane - 1; i >= 0; i--)
        {
            _steps[i] = Math.Min(_steps[i], _steps[i + plane] + 1);
        }
    }

    /// <summary>From slice steps to the pair of slice and row steps that is nearest, within one slice.</summary>
    private void AddRows(Span<uint> plane)
    {
        var heights = _heights.AsSpan(0, _box.Rows);
        var nearest = _nearest.AsSpan(0, _box.Rows);
        var slices = _line.AsSpan(0, _box.Rows);
        for (var x = 0; x < _box.Columns; x++)
        {
            for (var y = 0; y < heights.Length; y++)
            {
                slices[y] = plane[(y * _box.Columns) + x];
                heights[y] = Height(slices[y]);
            }

            if (!_envelope.Find(heights, _grid.RowSpacing, nearest))
            {
                continue;
            }

            for (var y = 0; y < nearest.Length; y++)
            {
                plane[(y * _box.Columns) + x] = slices[nearest[y]] | ((uint)Math.Abs(y - nearest[y]) << 16);
            }
        }
    }

    private int MeasureRow(ReadOnlySpan<byte> marks, byte from, ReadOnlySpan<uint> steps, Span<double> distances)
    {
        var wanted = 0;
        foreach (var mark in marks)
        {
            wanted += (mark & from) != 0 ? 1 : 0;
        }

        if (wanted == 0)
        {
            return 0;
        }

        var heights = _heights.AsSpan(0, marks.Length);
        var nearest = _nearest.AsSpan(0, marks.Length);
        for (var x = 0; x < heights.Length; x++)
        {
            heights[x] = Height(steps[x]);
        }

        _envelope.Find(heights, _grid.ColumnSpacing, nearest);
        var found = 0;
        for (var x = 0; x < marks.Length; x++)
        {
            if ((marks[x] & from) != 0)
            {
                var along = (x - nearest[x]) * _grid.ColumnSpacing;
                distances[found++] = Math.Sqrt(heights[nearest[x]] + (along * along));
            }
        }

        return wanted;
    }

    private double Height(uint steps)
    {
        if ((steps & 0xFFFF) == Nowhere)
        {
            return double.PositiveInfinity;
        }

        var (slices, rows) = ((steps & 0xFFFF) * _grid.SliceSpacing, (steps >> 16) * _grid.RowSpacing);
        return (slices * slices) + (rows * rows);
    }
}
