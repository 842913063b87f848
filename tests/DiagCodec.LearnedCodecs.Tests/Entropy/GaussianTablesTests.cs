using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DiagCodec.LearnedCodecs.Entropy;

namespace DiagCodec.LearnedCodecs.Tests.Entropy;

public sealed class GaussianTablesTests
{
    [Fact]
    public void Tables_are_the_same_on_every_machine()
    {
        // What streams are read with. It changes only together with the version of the stream.
        var numbers = GaussianTables.Tables.SelectMany(t => Enumerable.Range(0, t.Table.Count).Select(t.Table.Frequency).Prepend(t.Lowest)).ToArray();
        Assert.Equal("120722cdb5fe11a1b2f499d2429348b323e4d5130fbf2c45ebda296fd717b5f0", Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(numbers.AsSpan()))));
        Assert.Equal("a05f76de9d371eb7478db19d77b503d7ff20e733b36992ab71e6dc109dc1471c", Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(GaussianTables.Bounds.AsSpan()))));
    }

    [Fact]
    public void Scales_are_CompressAIs()
    {
        Assert.Equal(64, GaussianTables.Scales.Length);
        for (var i = 0; i < 64; i++)
        {
            var expected = Math.Exp(Math.Log(0.11) + (i * (Math.Log(256) - Math.Log(0.11)) / 63));
            Assert.Equal(expected, GaussianTables.Scales[i], expected * 1e-13);
        }
    }

    [Fact]
    public void A_scale_takes_the_nearest_table()
    {
        Assert.Equal(0, GaussianTables.Index(0));
        Assert.Equal(0, GaussianTables.Index(-5));
        Assert.Equal(0, GaussianTables.Index(float.NaN));
        Assert.Equal(63, GaussianTables.Index(float.PositiveInfinity));
        for (var i = 0; i < 64; i++)
        {
            Assert.Equal(i, GaussianTables.Index((float)GaussianTables.Scales[i]));
        }

        for (var i = 0; i < 63; i++)
        {
            Assert.Equal(i, GaussianTables.Index(GaussianTables.Bounds[i]));
            Assert.Equal(i + 1, GaussianTables.Index(MathF.BitIncrement(GaussianTables.Bounds[i])));
        }
    }

    [Fact]
    public void Tables_cost_within_a_hundredth_of_a_bit_of_the_entropy()
    {
        for (var i = 0; i < GaussianTables.Count; i++)
        {
            var (table, scale) = (GaussianTables.Tables[i], GaussianTables.Scales[i]);
            var (bits, entropy) = (0.0, 0.0);
            for (var k = table.Lowest; k <= table.Highest; k++)
            {
                var p = SteadyMath.NormalCumulative((k + 0.5) / scale) - SteadyMath.NormalCumulative((k - 0.5) / scale);
                bits += p * table.Bits(k);
                entropy -= p > 0 ? p * Math.Log2(p) : 0;
            }

            Assert.InRange(bits - entropy, -1e-3, Math.Max(0.001, entropy * 0.003));
        }
    }
}
