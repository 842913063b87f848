using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Entropy;

namespace DiagCodec.LearnedCodecs.Tests.Entropy;

public sealed class EscapedTableTests
{
    private static readonly EscapedTable Table = new(-2, new FrequencyTable([100, 1000, 60000, 4000, 400, 36]));

    [Fact]
    public void Values_in_and_out_of_the_table_come_back()
    {
        int[] values = [0, 1, -1, -2, 2, 3, -3, 4, -4, 100, -100, 65535, -65536, EscapedTable.Largest, -EscapedTable.Largest, 0, 0];
        var encoder = new RangeEncoder();
        Array.ForEach(values, v => Table.Encode(encoder, v));
        var decoder = new RangeDecoder(encoder.Finish());
        foreach (var value in values)
        {
            Assert.Equal(value, Table.Decode(ref decoder));
        }

        decoder.Finish();
    }

    [Fact]
    public void An_escape_costs_its_symbol_and_an_Exp_Golomb_code()
    {
        // 3 is the first above: side 1, distance 0, number 1 + 1 = 2, so 3 bits; -3 the first below: number 1, so 1 bit.
        var escape = 16 - Math.Log2(36);
        Assert.Equal(escape + 3, Table.Bits(3), 12);
        Assert.Equal(escape + 1, Table.Bits(-3), 12);
        Assert.Equal(escape + 5, Table.Bits(4), 12);
        Assert.Equal(16 - Math.Log2(60000), Table.Bits(0), 12);
    }

    [Fact]
    public void Too_large_values_are_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Table.Encode(new RangeEncoder(), EscapedTable.Largest + 1));

    [Fact]
    public void An_escape_that_no_encoder_writes_is_told()
    {
        var encoder = new RangeEncoder();
        encoder.Encode(Table.Table, 5);
        for (var i = 0; i < 60; i++)
        {
            encoder.EncodeBit(32768, false);
        }

        var bytes = encoder.Finish();
        var fault = Assert.Throws<InvalidInputException>(() =>
        {
            var decoder = new RangeDecoder(bytes);
            Table.Decode(ref decoder);
        });
        Assert.Contains("out of range", fault.Message, StringComparison.Ordinal);
    }
}
