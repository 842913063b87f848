using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Tests.Support;
using DiagCodec.Networks.Weights;

namespace DiagCodec.Networks.Tests.Weights;

/// <summary>Headers that lie. Each is refused with the file, the tensor where there is one, what was expected and what came.</summary>
public sealed class SafetensorsFaultTests : IDisposable
{
    private const string Good = """{"t":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string, int, string[]> Lies => new()
    {
        { "rising offsets", """{"t":{"dtype":"U8","shape":[2],"data_offsets":[2,0]}}""", 2, ["'t'", "rising", "2 to 0"] },
        { "offset beyond the file", """{"t":{"dtype":"U8","shape":[9],"data_offsets":[0,9]}}""", 8, ["'t'", "0 to 8", "0 to 9"] },
        { "offset near 2^63", """{"t":{"dtype":"U8","shape":[1],"data_offsets":[9223372036854775806,9223372036854775807]}}""", 1, ["'t'", "0 to 1"] },
        { "offset beyond 2^63", """{"t":{"dtype":"U8","shape":[1],"data_offsets":[0,9223372036854775808]}}""", 1, ["'t'", "data_offsets", "9223372036854775808"] },
        { "negative offset", """{"t":{"dtype":"U8","shape":[1],"data_offsets":[-1,0]}}""", 1, ["'t'", "data_offsets", "-1"] },
        { "one offset", """{"t":{"dtype":"U8","shape":[1],"data_offsets":[1]}}""", 1, ["'t'", "2 numbers", "1"] },
        { "three offsets", """{"t":{"dtype":"U8","shape":[1],"data_offsets":[0,1,1]}}""", 1, ["'t'", "at most 2"] },
        { "too few bytes for the shape", """{"t":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""", 8, ["'t'", "12 bytes for F32 [3]", "8"] },
        { "too many bytes for the shape", """{"t":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}}""", 8, ["'t'", "4 bytes", "8"] },
        { "shape that overflows", """{"t":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,0]}}""", 0, ["'t'", "shape", "2^63"] },
        { "shape whose bytes overflow", """{"t":{"dtype":"F64","shape":[2305843009213693952],"data_offsets":[0,0]}}""", 0, ["'t'", "shape", "2^63"] },
        { "overflow behind a zero", """{"t":{"dtype":"F32","shape":[0,4294967296,4294967296],"data_offsets":[0,0]}}""", 0, ["'t'", "shape", "2^63"] },
        { "negative dimension", """{"t":{"dtype":"U8","shape":[-2],"data_offsets":[0,2]}}""", 2, ["'t'", "shape", "-2"] },
        { "two negative dimensions", """{"t":{"dtype":"U8","shape":[-1,-2],"data_offsets":[0,2]}}""", 2, ["'t'", "shape", "-1"] },
        { "fractional dimension", """{"t":{"dtype":"U8","shape":[1.0],"data_offsets":[0,1]}}""", 1, ["'t'", "integers", "1.0"] },
        { "exponent dimension", """{"t":{"dtype":"U8","shape":[1e0],"data_offsets":[0,1]}}""", 1, ["'t'", "integers", "1e0"] },
        { "textual dimension", """{"t":{"dtype":"U8","shape":["1"],"data_offsets":[0,1]}}""", 1, ["'t'", "integers", "1"] },
        { "nested dimension", """{"t":{"dtype":"U8","shape":[[1]],"data_offsets":[0,1]}}""", 1, ["JSON"] },
        { "overlap", """{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"t":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}}""", 3, ["'t'", "start at 2", "overlap"] },
        { "same bytes twice", """{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"t":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}""", 2, ["start at 2", "overlap"] },
        { "hole", """{"a":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"t":{"dtype":"U8","shape":[1],"data_offsets":[2,3]}}""", 3, ["'t'", "start at 1", "hole"] },
        { "hole at the start", """{"t":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, ["'t'", "start at 0", "hole"] },
        { "trailing bytes", Good, 9, ["8 bytes of tensors", "9 bytes"] },
        { "bytes without tensors", "{}", 1, ["0 bytes of tensors", "1 bytes"] },
        { "duplicate name", """{"t":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"t":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, ["'t'", "one entry", "two"] },
        { "duplicate name in escapes", """{"t":{"dtype":"U8","shape":[1],"data_offsets":[0,1]},"\u0074":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}}""", 2, ["'t'", "two"] },
        { "duplicate field", """{"t":{"dtype":"U8","dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, ["'t'", "once each", "'dtype'"] },
        { "duplicate metadata", """{"__metadata__":{"a":"1"},"__metadata__":{"a":"2"}}""", 0, ["__metadata__", "two"] },
        { "duplicate metadata key", """{"__metadata__":{"a":"1","a":"2"}}""", 0, ["__metadata__", "a", "two"] },
        { "metadata that is no text", """{"__metadata__":{"a":1}}""", 0, ["__metadata__", "a string", "1"] },
        { "metadata that is no object", """{"__metadata__":"a"}""", 0, ["__metadata__", "an object"] },
        { "unknown field", """{"t":{"dtype":"U8","shape":[1],"data_offsets":[0,1],"code":"x"}}""", 1, ["'t'", "'code'"] },
        { "unknown type", """{"t":{"dtype":"F128","shape":[1],"data_offsets":[0,1]}}""", 1, ["'t'", "one of BOOL", "'F128'"] },
        { "type in lower case", """{"t":{"dtype":"f32","shape":[1],"data_offsets":[0,4]}}""", 4, ["'t'", "'f32'"] },
        { "type that is a number", """{"t":{"dtype":7,"shape":[1],"data_offsets":[0,1]}}""", 1, ["'t'", "dtype", "a string", "7"] },
        { "no type", """{"t":{"shape":[1],"data_offsets":[0,1]}}""", 1, ["'t'", "no dtype"] },
        { "no shape", """{"t":{"dtype":"U8","data_offsets":[0,1]}}""", 1, ["'t'", "no shape"] },
        { "no offsets", """{"t":{"dtype":"U8","shape":[1]}}""", 1, ["'t'", "no data_offsets"] },
        { "null tensor", """{"t":null}""", 0, ["'t'", "an object", "Null"] },
        { "list for a header", """["t"]""", 0, ["begins with '{'", "0x5b"] },
        { "space before the header", " {}", 0, ["begins with '{'", "0x20"] },
        { "second document", "{} {}", 0, ["JSON"] },
        { "rubbish after the header", "{}\0\0\0\0\0\0", 0, ["JSON"] },
        { "unfinished header", Good[..^1], 8, ["JSON"] },
        { "trailing comma", """{"t":{"dtype":"U8","shape":[1,],"data_offsets":[0,1]}}""", 1, ["JSON"] },
        { "comment", """{/* */}""", 0, ["JSON"] },
        { "lone surrogate in a name", """{"\ud800":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}""", 1, ["JSON"] },
    };

    [Theory]
    [MemberData(nameof(Lies))]
    public void Is_refused(string what, string header, int bytes, string[] told)
    {
        Assert.NotEmpty(what);
        var path = _folder.File("w.safetensors", Raw.File(header, new byte[bytes]));
        Told.Of(() => Open(path), [path, .. told]);
    }

    [Theory]
    [InlineData(0UL)]
    [InlineData(63UL)]
    [InlineData(100_000_001UL)]
    [InlineData(0x8000_0000UL)]
    [InlineData(0x7FFF_FFFF_FFFF_FFFFUL)]
    [InlineData(0xFFFF_FFFF_FFFF_FFFFUL)]
    [InlineData(0xFFFF_FFFF_FFFF_FFF8UL)]
    public void A_header_length_that_lies_takes_no_memory(ulong length)
    {
        var path = _folder.File("w.safetensors", Raw.File(Encoding.UTF8.GetBytes(Good), new byte[8], length));
        Memory.AssertLittle(() => Told.Of(() => Open(path), path), limit: 1 << 20);
    }

    [Fact]
    public void A_header_above_the_limit_is_refused_unread()
    {
        var path = _folder.File("w.safetensors", Raw.File(Encoding.UTF8.GetBytes(Good), [], SafetensorsReader.LongestHeader + 1));
        using (var stream = new FileStream(path, FileMode.Open))
        {
            stream.SetLength(1L << 30);
        }

        Memory.AssertLittle(() => Told.Of(() => Open(path), path, "100000000", "100000001"), limit: 1 << 20);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    public void A_file_shorter_than_a_length_is_refused(int length) =>
        Told.Of(() => Open(_folder.File("w.safetensors", new byte[length])), "w.safetensors", "at least 8", $"found {length}");

    [Fact]
    public void Names_that_are_no_UTF8_are_refused()
    {
        byte[] header = [.. "{\""u8, 0xFF, 0xC0, .. "\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[0,1]}}"u8];
        Told.Of(() => Open(_folder.File("w.safetensors", Raw.File(header, [1]))), "UTF-8");
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var header = "{\"t\":" + new string('[', 100_000) + new string(']', 100_000) + "}";
        Memory.AssertLittle(() => Told.Of(() => Open(_folder.File("w.safetensors", Raw.File(header))), "'t'", "an object"), 4 << 20);
        header = "{\"t\":{\"shape\":" + new string('[', 100_000);
        Told.Of(() => Open(_folder.File("w.safetensors", Raw.File(header))), "w.safetensors");
    }

    [Fact]
    public void A_shape_with_endless_dimensions_is_refused()
    {
        var header = $$$"""{"t":{"dtype":"U8","shape":[{{{string.Join(',', Enumerable.Repeat(1, 65))}}}],"data_offsets":[0,1]}}""";
        Told.Of(() => Open(_folder.File("w.safetensors", Raw.File(header, 1))), "'t'", "at most 64");
    }

    [Fact]
    public void Control_characters_of_a_name_do_not_reach_the_message() =>
        Told.Of(() => Open(_folder.File("w.safetensors", Raw.File("{\"a\\n\\u001b[31m\":null}"))), "'a??[31m'");

    [Fact]
    public void What_is_no_file_is_refused()
    {
        Told.Of(() => Open(_folder["nothing"]), "nothing", "not there");
        Told.Of(() => Open(_folder.Root), _folder.Root);
        Told.Of(() => Open("/dev/null"), "at least 8");
    }

    [Fact]
    public void A_file_cut_off_while_open_is_told()
    {
        var path = _folder.File("w.safetensors", Raw.File(Good, Raw.Floats(1, 2)));
        using var file = SafetensorsReader.Open(path);

        // Another process may truncate in place; sharing rules are between handles of .NET only.
        Shell($"truncate -s -4 '{path}'");
        Told.Of(() => Raw.Floats(file.Tensors[0]), path, "4 bytes too early");
    }

    [Fact]
    public void Broken_bits_and_cuts_are_read_or_refused()
    {
        var header = """{"__metadata__":{"format":"pt"},"n":{"dtype":"I64","shape":[],"data_offsets":[0,8]},"conv.weight":{"dtype":"F32","shape":[4,1,3,3],"data_offsets":[8,152]},"conv.bias":{"dtype":"F16","shape":[4],"data_offsets":[152,160]}}""";
        var good = Raw.File(header, new byte[160]);
        var (read, refused) = (0, 0);
        for (var seed = 0; seed < 1500; seed++)
        {
            var bytes = Broken(good, new Random(seed));
            Memory.AssertLittle(() => _ = TryReadAll(bytes) ? read++ : refused++, limit: 256 << 10);
        }

        Assert.InRange(read, 1, 1499);
        Assert.InRange(refused, 500, 1499);
    }

    private static byte[] Broken(byte[] good, Random random)
    {
        var changed = good.ToArray();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
        }

        return random.Next(4) switch
        {
            0 => changed[..random.Next(changed.Length)],
            1 => [.. changed, .. new byte[random.Next(1, 20)]],
            _ => changed,
        };
    }

    private bool TryReadAll(byte[] bytes)
    {
        var path = _folder.File("w.safetensors", bytes);
        try
        {
            using var file = SafetensorsReader.Open(path);
            Assert.Equal(file.Tensors.Sum(t => t.ByteCount), file.Tensors.Sum(t => (long)Raw.Bytes(t).Length));
            _ = file.FindNonFinite(default);
            return true;
        }
        catch (InvalidInputException e)
        {
            Assert.StartsWith(path, e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', e.Message);
            return false;
        }
    }

    private static void Shell(string command)
    {
        using var process = System.Diagnostics.Process.Start("/bin/sh", ["-c", command]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private static void Open(string path)
    {
        using var file = SafetensorsReader.Open(path);
    }
}
