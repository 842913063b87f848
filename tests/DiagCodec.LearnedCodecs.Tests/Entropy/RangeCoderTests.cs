using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Entropy;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.LearnedCodecs.Tests.Entropy;

public sealed class RangeCoderTests
{
    [Fact]
    public void What_is_encoded_is_decoded_whatever_the_tables_and_symbols()
    {
        Check.QuickThrowOnFailure(Prop.ForAll(
            ArbMap.Default.ArbFor<int>(),
            seed =>
            {
                var random = new Random(seed);
                var tables = Enumerable.Range(0, 5).Select(_ => RandomTable(random)).ToArray();
                var steps = Enumerable.Range(0, random.Next(0, 400)).Select(_ => RandomStep(random, tables)).ToList();
                var bytes = Encode(steps);
                return Same(steps, bytes);
            }));
    }

    [Fact]
    public void A_carry_through_a_long_run_of_waiting_bytes_arrives()
    {
        // The rarest symbol at the bottom of a range just below a power of 256 leaves bytes of 0xFF waiting; the next top symbol carries.
        var edge = new FrequencyTable([1, 65534, 1]);
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var steps = new List<Step>();
            for (var i = 0; i < 200; i++)
            {
                steps.Add(new Step(edge, random.Next(8) == 0 ? random.Next(3) : 1, 0, false));
                steps.Add(new Step(null, 0, random.Next(2) == 0 ? 1u : 65535u, random.Next(2) == 0));
            }

            Assert.True(Same(steps, Encode(steps)));
        }
    }

    [Fact]
    public void Sure_symbols_cost_next_to_nothing()
    {
        var table = new FrequencyTable([1, 65533, 1, 1]);
        var encoder = new RangeEncoder();
        for (var i = 0; i < 100_000; i++)
        {
            encoder.Encode(table, 1);
        }

        // -log2(65533/65536) * 100,000 is 6.6 bits.
        Assert.InRange(encoder.Finish().Length, 0, 2);
    }

    [Fact]
    public void Bytes_are_what_the_tables_promise()
    {
        var random = new Random(7);
        var table = new FrequencyTable(FrequencyFit.Of([0.5, 0.25, 0.125, 0.0625, 0.0625]));
        var symbols = Enumerable.Range(0, 20_000).Select(_ => Draw(random, table)).ToArray();
        var encoder = new RangeEncoder();
        Array.ForEach(symbols, s => encoder.Encode(table, s));
        var promised = symbols.Sum(table.Bits) / 8;
        Assert.InRange(encoder.Finish().Length, promised - 1, (promised * 1.001) + 4);
    }

    [Fact]
    public void Nothing_at_all_takes_no_byte()
    {
        var bytes = new RangeEncoder().Finish();
        Assert.Empty(bytes);
        new RangeDecoder(bytes).Finish();
    }

    [Fact]
    public void A_stream_cut_short_is_told()
    {
        var random = new Random(1);
        var table = RandomTable(random);
        var encoder = new RangeEncoder();
        for (var i = 0; i < 1000; i++)
        {
            encoder.Encode(table, random.Next(table.Count));
        }

        var bytes = encoder.Finish();
        for (var length = 0; length < bytes.Length - 5; length += 11)
        {
            var fault = Assert.Throws<InvalidInputException>(() => DecodeMany(bytes[..length], table, 1000));
            Assert.Contains("cut short", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_stream_with_bytes_behind_it_is_told()
    {
        var fault = Assert.Throws<InvalidInputException>(() => DecodeMany(new byte[40], new FrequencyTable([32768, 32768]), 10));
        Assert.Contains("found 40", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Garbage_is_decoded_to_its_end_and_no_further()
    {
        var random = new Random(3);
        var tables = Enumerable.Range(0, 8).Select(_ => RandomTable(random)).ToArray();
        for (var round = 0; round < 200; round++)
        {
            var bytes = new byte[random.Next(0, 60)];
            random.NextBytes(bytes);
            var decoder = new RangeDecoder(bytes);
            try
            {
                for (var i = 0; i < 2000; i++)
                {
                    var table = tables[random.Next(tables.Length)];
                    Assert.InRange(decoder.Decode(table), 0, table.Count - 1);
                    decoder.DecodeBit((uint)random.Next(1, 65536));
                }
            }
            catch (InvalidInputException e)
            {
                Assert.Contains("end before the last symbol", e.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void The_bytes_of_a_fixed_message_do_not_change()
    {
        // Held so that streams written once stay readable.
        var table = new FrequencyTable([10000, 30000, 25536]);
        var encoder = new RangeEncoder();
        for (var i = 0; i < 40; i++)
        {
            encoder.Encode(table, (i * 7 % 5) % 3);
            encoder.EncodeBit(12345, i % 3 == 0);
        }

        Assert.Equal("03984779568908d20381de25201480", Convert.ToHexStringLower(encoder.Finish()));
    }

    [Theory]
    [InlineData(new[] { 65535 })]
    [InlineData(new[] { 0, 65536 })]
    [InlineData(new[] { 65536, -1, 1 })]
    [InlineData(new int[0])]
    public void Wrong_frequencies_are_refused(int[] frequencies) => Assert.Throws<ArgumentException>(() => new FrequencyTable(frequencies));

    private static void DecodeMany(byte[] bytes, FrequencyTable table, int count)
    {
        var decoder = new RangeDecoder(bytes);
        for (var i = 0; i < count; i++)
        {
            decoder.Decode(table);
        }

        decoder.Finish();
    }

    private static byte[] Encode(List<Step> steps)
    {
        var encoder = new RangeEncoder();
        foreach (var step in steps)
        {
            if (step.Table is { } table)
            {
                encoder.Encode(table, step.Symbol);
            }
            else
            {
                encoder.EncodeBit(step.Probability, step.Bit);
            }
        }

        return encoder.Finish();
    }

    private static bool Same(List<Step> steps, byte[] bytes)
    {
        var decoder = new RangeDecoder(bytes);
        foreach (var step in steps)
        {
            if (step.Table is { } table ? decoder.Decode(table) != step.Symbol : decoder.DecodeBit(step.Probability) != step.Bit)
            {
                return false;
            }
        }

        decoder.Finish();
        return true;
    }

    private static Step RandomStep(Random random, FrequencyTable[] tables)
    {
        var table = tables[random.Next(tables.Length)];
        return random.Next(3) == 0
            ? new Step(null, 0, (uint)random.Next(1, 65536), random.Next(2) == 0)
            : new Step(table, random.Next(2) == 0 ? table.Mode : random.Next(table.Count), 0, false);
    }

    private static FrequencyTable RandomTable(Random random)
    {
        var count = random.Next(1, random.Next(4) == 0 ? 2000 : 12);
        var sharpness = random.Next(1, 9);
        return new FrequencyTable(FrequencyFit.Of([.. Enumerable.Range(0, count).Select(_ => Math.Pow(random.NextDouble(), sharpness) + 1e-12)]));
    }

    private static int Draw(Random random, FrequencyTable table)
    {
        var point = random.Next(FrequencyTable.Total);
        var symbol = 0;
        while (point >= table.Frequency(symbol))
        {
            point -= table.Frequency(symbol++);
        }

        return symbol;
    }

    private sealed record Step(FrequencyTable? Table, int Symbol, uint Probability, bool Bit);
}
