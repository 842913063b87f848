using DiagCodec.Networks.Tests.Support;
using DiagCodec.Networks.Weights;

namespace DiagCodec.Networks.Tests.Weights;

public sealed class SafetensorsReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_built_by_hand_is_read()
    {
        var header = """{"__metadata__":{"format":"pt"},"b":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"n":{"dtype":"I64","shape":[],"data_offsets":[8,16]}}   """;
        using var file = Raw.Open(_folder, Raw.File(header, [.. Raw.Floats(1.5f, -2), .. BitConverter.GetBytes(7L)]));

        Assert.Equal(["b", "n"], file.Tensors.Select(t => t.Name));
        Assert.Equal("pt", file.Metadata["format"]);
        var (b, n) = (file.Find("b")!, file.Find("n")!);
        Assert.Equal([2L, 1], b.Shape.AsEnumerable());
        Assert.Equal(2, b.ElementCount);
        Assert.Equal([1.5f, -2], Raw.Floats(b));
        Assert.Equal((ElementType.Int64, 1L), (n.Type, n.ElementCount));
        Assert.Empty(n.Shape);
        Assert.Equal(7, BitConverter.ToInt64(Raw.Bytes(n)));
        Assert.Null(file.Find("B"));
    }

    /// <summary>PyTorch's state_dict of a convolution with group normalisation, saved as upstream lays it out: the counter, I64, first.</summary>
    [Fact]
    public void A_state_dict_of_PyTorch_is_read()
    {
        var header = """{"__metadata__":{"format":"pt"},"norm.num_batches_tracked":{"dtype":"I64","shape":[],"data_offsets":[0,8]},"conv.bias":{"dtype":"F32","shape":[2],"data_offsets":[8,16]},"conv.weight":{"dtype":"F32","shape":[2,1,1,2],"data_offsets":[16,32]},"half":{"dtype":"BF16","shape":[1],"data_offsets":[32,34]}}""";
        header = header.PadRight((header.Length + 7) & ~7);
        using var file = Raw.Open(_folder, Raw.File(header, [.. BitConverter.GetBytes(3L), .. Raw.Floats(1, 2, 3, 4, 5, 6), 0x80, 0xBF]));

        Assert.Equal([1f, 2], Raw.Floats(file.Find("conv.bias")!));
        Assert.Equal([2L, 1, 1, 2], file.Find("conv.weight")!.Shape.AsEnumerable());
        Assert.Equal([3f, 4, 5, 6], Raw.Floats(file.Find("conv.weight")!));
        Assert.Equal([-1f], Raw.Floats(file.Find("half")!));
    }

    [Fact]
    public void Header_order_need_not_be_data_order()
    {
        var header = """{"z":{"data_offsets":[4,8],"shape":[1],"dtype":"F32"},"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""";
        using var file = Raw.Open(_folder, Raw.File(header, Raw.Floats(1, 2)));
        Assert.Equal(["a", "z"], file.Tensors.Select(t => t.Name));
        Assert.Equal([2f], Raw.Floats(file.Find("z")!));
    }

    [Theory]
    [InlineData("F16", 0x3C00, 1f)]
    [InlineData("F16", 0xC000, -2f)]
    [InlineData("F16", 0x0001, 5.9604645e-8f)]
    [InlineData("F16", 0x7BFF, 65504f)]
    [InlineData("F16", 0xFC00, float.NegativeInfinity)]
    [InlineData("BF16", 0x3F80, 1f)]
    [InlineData("BF16", 0x4049, 3.140625f)]
    [InlineData("BF16", 0xFF80, float.NegativeInfinity)]
    [InlineData("BF16", 0x0001, 9.18355e-41f)]
    public void Halves_are_widened_exactly(string type, int bits, float expected)
    {
        using var file = Raw.Open(_folder, Raw.File($$$"""{"x":{"dtype":"{{{type}}}","shape":[1],"data_offsets":[0,2]}}""", (byte)bits, (byte)(bits >> 8)));
        Assert.Equal(expected, Raw.Floats(file.Find("x")!)[0]);
    }

    [Theory]
    [InlineData("BOOL", 1)]
    [InlineData("U8", 1)]
    [InlineData("I8", 1)]
    [InlineData("I16", 2)]
    [InlineData("F16", 2)]
    [InlineData("BF16", 2)]
    [InlineData("I32", 4)]
    [InlineData("F32", 4)]
    [InlineData("F64", 8)]
    [InlineData("I64", 8)]
    public void Every_type_has_its_size(string word, int size)
    {
        using var file = Raw.Open(_folder, Raw.File($$$"""{"x":{"dtype":"{{{word}}}","shape":[3],"data_offsets":[0,{{{3 * size}}}]}}""", new byte[3 * size]));
        Assert.Equal((word, size), (file.Tensors[0].Type.Word(), file.Tensors[0].Type.Size()));
        Assert.Equal(3, file.Tensors[0].ElementCount);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{}      ")]
    [InlineData("""{"__metadata__":{}}""")]
    public void No_tensors_is_a_file_too(string header)
    {
        using var file = Raw.Open(_folder, Raw.File(header));
        Assert.Empty(file.Tensors);
        Assert.Null(file.FindNonFinite(default));
    }

    [Fact]
    public void Empty_tensors_take_no_bytes()
    {
        var header = """{"a":{"dtype":"F32","shape":[0,5],"data_offsets":[0,0]},"b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"c":{"dtype":"F64","shape":[0],"data_offsets":[1,1]}}""";
        using var file = Raw.Open(_folder, Raw.File(header, 9));
        Assert.Equal(["a", "b", "c"], file.Tensors.Select(t => t.Name));
        Assert.Empty(Raw.Floats(file.Find("a")!));
        Assert.Null(file.FindNonFinite(default));
    }

    [Fact]
    public void Escaped_and_foreign_names_are_read()
    {
        using var file = Raw.Open(_folder, Raw.File("""{"caf\u00e9 \"ü\"":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1));
        Assert.NotNull(file.Find("café \"ü\""));
    }

    [Fact]
    public void Parts_of_a_tensor_are_read()
    {
        var values = Enumerable.Range(0, 100_000).Select(i => (float)i).ToArray();
        using var file = Raw.Open(_folder, Raw.File("""{"x":{"dtype":"F32","shape":[100000],"data_offsets":[0,400000]}}""", Raw.Floats(values)));
        var tensor = file.Tensors[0];
        var some = new float[3];
        tensor.ReadFloats(some, 99_997);
        Assert.Equal([99_997f, 99_998, 99_999], some);
        Assert.Throws<ArgumentOutOfRangeException>(() => tensor.ReadFloats(new float[3], 99_998));
        Assert.Throws<ArgumentOutOfRangeException>(() => tensor.ReadFloats(new float[1], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => tensor.ReadBytes(new byte[1], 400_000));
    }

    [Fact]
    public void Long_halves_are_read_across_blocks()
    {
        var halves = Enumerable.Range(0, 70_000).Select(i => BitConverter.HalfToUInt16Bits((Half)(i % 2048))).ToArray();
        using var file = Raw.Open(_folder, Raw.File("""{"x":{"dtype":"F16","shape":[70000],"data_offsets":[0,140000]}}""", [.. halves.SelectMany(BitConverter.GetBytes)]));
        Assert.Equal(Enumerable.Range(0, 70_000).Select(i => (float)(i % 2048)), Raw.Floats(file.Tensors[0]));
    }

    [Fact]
    public void Integers_are_no_floats()
    {
        using var file = Raw.Open(_folder, Raw.File("""{"x":{"dtype":"I32","shape":[1],"data_offsets":[0,4]}}""", 1, 0, 0, 0));
        Assert.Throws<InvalidOperationException>(() => file.Tensors[0].ReadFloats(new float[1]));
    }

    [Theory]
    [InlineData("F32", 40_000, "0000C07F")]
    [InlineData("F32", 3, "000080FF")]
    [InlineData("F16", 33_000, "007C")]
    [InlineData("BF16", 5, "C07F")]
    [InlineData("F64", 33_000, "000000000000F07F")]
    public void A_number_that_is_none_is_found_with_its_tensor_and_place(string type, int place, string bits)
    {
        var element = Convert.FromHexString(bits);
        const int count = 40_001;
        var data = new byte[count * element.Length];
        element.CopyTo(data, place * element.Length);
        var header = $$$"""{"good":{"dtype":"I8","shape":[1],"data_offsets":[0,1]},"bad":{"dtype":"{{{type}}}","shape":[{{{count}}}],"data_offsets":[1,{{{1 + data.Length}}}]}}""";
        using var file = Raw.Open(_folder, Raw.File(header, [0xFF, .. data]));
        var found = file.FindNonFinite(default)!;
        Assert.Equal(("bad", (long)place), (found.Tensor, found.Index));
        Assert.False(double.IsFinite(found.Value));
    }

    [Fact]
    public void The_digest_is_of_the_whole_file()
    {
        using var file = Raw.Open(_folder, Raw.File("{}"));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData([2, 0, 0, 0, 0, 0, 0, 0, (byte)'{', (byte)'}'])), file.Sha256(default));
    }

    [Fact]
    public void Opening_a_large_file_reads_its_header_only()
    {
        var path = _folder.File("big.safetensors", Raw.File("""{"x":{"dtype":"F32","shape":[268435456],"data_offsets":[0,1073741824]}}"""));
        using (var stream = new FileStream(path, FileMode.Open))
        {
            // A sparse file: no disk is used.
            stream.SetLength(stream.Length + (1L << 30));
        }

        Memory.AssertLittle(
            () =>
            {
                using var file = SafetensorsReader.Open(path);
                file.Tensors[0].ReadFloats(new float[1000], (1 << 28) - 1000);
            },
            limit: 1 << 20);
    }
}
