using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Pictures;
using DiagCodec.Networks.Splits;

namespace DiagCodec.LearnedCodecs.Train;

/// <summary>
/// Cuts batches out of slices, each patch mirrored and turned at random. A batch depends on the seed and its number alone, so that a resumed training
/// sees what an uninterrupted one would have seen.
/// </summary>
public sealed class CodecPatches
{
    private readonly ImmutableArray<CodecCase> _cases;
    private readonly int _batch;
    private readonly int _side;
    private readonly int _seed;

    /// <param name="cases">At least one, each with at least one slice.</param>
    /// <param name="batch">Patches.</param>
    /// <param name="side">Of a patch.</param>
    /// <param name="seed">Of all batches.</param>
    public CodecPatches(ImmutableArray<CodecCase> cases, int batch, int side, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfZero(cases.Length, nameof(cases));
        (_cases, _batch, _side, _seed) = (cases, batch, side, seed);
    }

    /// <summary>A seed for a batch and whatever else is drawn for it; neighbouring numbers have unlike ones.</summary>
    public ulong SeedOf(int number) => new SplitRandom(((ulong)(uint)_seed << 32) + (uint)number).Next();

    /// <summary>Samples from 0 to 1, patch after patch.</summary>
    public float[] Draw(int number)
    {
        var random = new Random(unchecked((int)SeedOf(number)));
        var values = new float[_batch * _side * _side];
        for (var i = 0; i < _batch; i++)
        {
            var slices = _cases[random.Next(_cases.Length)].Slices;
            Cut(slices[random.Next(slices.Length)], random, values.AsSpan(i * _side * _side, _side * _side));
        }

        return values;
    }

    /// <summary>A patch at a random place; smaller slices are continued by their last row and column.</summary>
    private void Cut(Picture slice, Random random, Span<float> target)
    {
        var (left, top) = (random.Next(Math.Max(1, slice.Width - _side + 1)), random.Next(Math.Max(1, slice.Height - _side + 1)));
        var (mirror, flip, turn) = (random.Next(2) == 0, random.Next(2) == 0, random.Next(2) == 0);
        var scale = 1f / slice.Largest;
        for (var y = 0; y < _side; y++)
        {
            for (var x = 0; x < _side; x++)
            {
                var (column, row) = turn ? (y, x) : (x, y);
                column = left + (mirror ? _side - 1 - column : column);
                row = top + (flip ? _side - 1 - row : row);
                target[(y * _side) + x] = slice.Samples[(Math.Min(row, slice.Height - 1) * slice.Width) + Math.Min(column, slice.Width - 1)] * scale;
            }
        }
    }
}
