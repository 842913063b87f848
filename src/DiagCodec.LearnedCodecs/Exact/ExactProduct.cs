using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DiagCodec.LearnedCodecs.Exact;

/// <summary>
/// Rows of numbers times a matrix, plus a bias, rounded alike on every machine: each output is the bias, then input by input the rounded product added and
/// the sum rounded. The lanes of a vector are different outputs, so that a machine's vectors cannot change the order, and nothing is fused
/// (.NET never fuses a product and a sum by itself).
/// </summary>
public sealed class ExactProduct
{
    /// <summary>Outputs that are worked on together.</summary>
    private const int Panel = 16;

    private const int Half = Panel / 2;
    private const int RowBlock = 4;

    private readonly float[] _weights;
    private readonly float[] _bias;

    /// <param name="inputs">Length of a row.</param>
    /// <param name="outputs">Length of a result.</param>
    /// <param name="weight">By input and output.</param>
    /// <param name="bias">One for every output.</param>
    public ExactProduct(int inputs, int outputs, Func<int, int, float> weight, ReadOnlySpan<float> bias)
    {
        (Inputs, Outputs) = (inputs, outputs);
        var panels = (outputs + Panel - 1) / Panel;
        _bias = new float[panels * Panel];
        bias[..outputs].CopyTo(_bias);
        _weights = new float[panels * Panel * inputs];
        for (var output = 0; output < outputs; output++)
        {
            var (panel, lane) = Math.DivRem(output, Panel);
            for (var input = 0; input < inputs; input++)
            {
                _weights[(((panel * inputs) + input) * Panel) + lane] = weight(input, output);
            }
        }
    }

    public int Inputs { get; }

    public int Outputs { get; }

    /// <param name="rows"><paramref name="count"/> rows of <see cref="Inputs"/> numbers.</param>
    /// <param name="count">How many.</param>
    /// <param name="results">As many of <see cref="Outputs"/>.</param>
    public void Apply(ReadOnlySpan<float> rows, int count, Span<float> results)
    {
        // The vectors below read and write without a check of their own.
        rows = rows[..(count * Inputs)];
        results = results[..(count * Outputs)];
        Span<float> block = stackalloc float[RowBlock * Panel];
        for (var panel = 0; panel * Panel < Outputs; panel++)
        {
            var weights = _weights.AsSpan(panel * Panel * Inputs, Panel * Inputs);
            var bias = _bias.AsSpan(panel * Panel, Panel);
            var lanes = Math.Min(Panel, Outputs - (panel * Panel));
            for (var row = 0; row < count; row += RowBlock)
            {
                var some = Math.Min(RowBlock, count - row);
                var input = rows.Slice(row * Inputs, some * Inputs);
                if (some == RowBlock)
                {
                    Four(input, weights, bias, block);
                }
                else
                {
                    for (var i = 0; i < some; i++)
                    {
                        One(input.Slice(i * Inputs, Inputs), weights, bias, block.Slice(i * Panel, Panel));
                    }
                }

                for (var i = 0; i < some; i++)
                {
                    block.Slice(i * Panel, lanes).CopyTo(results.Slice(((row + i) * Outputs) + (panel * Panel), lanes));
                }
            }
        }
    }

    private static void One(ReadOnlySpan<float> row, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> result)
    {
        var low = Vector256.Create(bias[..Half]);
        var high = Vector256.Create(bias[Half..]);
        ref var weight = ref MemoryMarshal.GetReference(weights);
        for (var k = 0; k < row.Length; k++)
        {
            var x = Vector256.Create(row[k]);
            low += Vector256.LoadUnsafe(ref weight, (nuint)(k * Panel)) * x;
            high += Vector256.LoadUnsafe(ref weight, (nuint)((k * Panel) + Half)) * x;
        }

        low.CopyTo(result);
        high.CopyTo(result[Half..]);
    }

    private static void Four(ReadOnlySpan<float> rows, ReadOnlySpan<float> weights, ReadOnlySpan<float> bias, Span<float> results)
    {
        var length = rows.Length / RowBlock;
        Vector256<float> low0, low1, low2, low3, high0, high1, high2, high3;
        low0 = low1 = low2 = low3 = Vector256.Create(bias[..Half]);
        high0 = high1 = high2 = high3 = Vector256.Create(bias[Half..]);
        ref var weight = ref MemoryMarshal.GetReference(weights);
        ref var row = ref MemoryMarshal.GetReference(rows);
        for (var k = 0; k < length; k++)
        {
            var low = Vector256.LoadUnsafe(ref weight, (nuint)(k * Panel));
            var high = Vector256.LoadUnsafe(ref weight, (nuint)((k * Panel) + Half));
            var x = Vector256.Create(Unsafe.Add(ref row, k));
            low0 += low * x;
            high0 += high * x;
            x = Vector256.Create(Unsafe.Add(ref row, k + length));
            low1 += low * x;
            high1 += high * x;
            x = Vector256.Create(Unsafe.Add(ref row, k + (2 * length)));
            low2 += low * x;
            high2 += high * x;
            x = Vector256.Create(Unsafe.Add(ref row, k + (3 * length)));
            low3 += low * x;
            high3 += high * x;
        }

        low0.CopyTo(results);
        high0.CopyTo(results[Half..]);
        low1.CopyTo(results[Panel..]);
        high1.CopyTo(results[(Panel + Half)..]);
        low2.CopyTo(results[(2 * Panel)..]);
        high2.CopyTo(results[((2 * Panel) + Half)..]);
        low3.CopyTo(results[(3 * Panel)..]);
        high3.CopyTo(results[((3 * Panel) + Half)..]);
    }
}
