using System.Collections.Immutable;

namespace DiagCodec.LearnedCodecs.Exact;

/// <summary>A product of what is found at some places round each place of a map; zeros beyond its edges.</summary>
/// <param name="Offsets">Rows and columns from the place, in the order of the product's inputs, all channels of one offset side by side.</param>
/// <param name="Product">Its inputs are as many as offsets times channels.</param>
internal sealed record ExactTaps(ImmutableArray<(int Row, int Column)> Offsets, ExactProduct Product)
{
    /// <summary>Places of one piece of work; enough for the weights to pay for their way from memory.</summary>
    private const int Block = 32;

    /// <param name="input">Where it looks.</param>
    /// <param name="output">What it makes: of place (r, c) it fills (r * step + row, c * step + column).</param>
    /// <param name="step">1, or 2 for one of four parts of an enlarged map.</param>
    /// <param name="row">0 to step - 1.</param>
    /// <param name="column">0 to step - 1.</param>
    /// <param name="threads">1 or more; the values are the same with any number.</param>
    public void Apply(ExactMap input, ExactMap output, int step, int row, int column, int threads)
    {
        var blocks = (input.Places + Block - 1) / Block;
        void Work(int block)
        {
            var first = block * Block;
            var count = Math.Min(Block, input.Places - first);
            var rows = new float[count * Product.Inputs];
            for (var i = 0; i < count; i++)
            {
                Gather(input, first + i, rows.AsSpan(i * Product.Inputs, Product.Inputs));
            }

            var results = new float[count * Product.Outputs];
            Product.Apply(rows, count, results);
            for (var i = 0; i < count; i++)
            {
                var (r, c) = Math.DivRem(first + i, input.Width);
                results.AsSpan(i * Product.Outputs, Product.Outputs).CopyTo(output.At((((r * step) + row) * output.Width) + (c * step) + column));
            }
        }

        if (threads == 1 || blocks == 1)
        {
            for (var block = 0; block < blocks; block++)
            {
                Work(block);
            }
        }
        else
        {
            Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, Work);
        }
    }

    /// <summary>What the product sees at a place.</summary>
    public void Gather(ExactMap input, int place, Span<float> row)
    {
        var (r, c) = Math.DivRem(place, input.Width);
        for (var tap = 0; tap < Offsets.Length; tap++)
        {
            var target = row.Slice(tap * input.Channels, input.Channels);
            var (y, x) = (r + Offsets[tap].Row, c + Offsets[tap].Column);
            if (y >= 0 && y < input.Height && x >= 0 && x < input.Width)
            {
                input.At((y * input.Width) + x).CopyTo(target);
            }
            else
            {
                target.Clear();
            }
        }
    }
}
