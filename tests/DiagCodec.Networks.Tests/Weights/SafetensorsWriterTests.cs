using System.Collections.Immutable;
using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Tests.Support;
using DiagCodec.Networks.Weights;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Networks.Tests.Weights;

public sealed class SafetensorsWriterTests : IDisposable
{
    private static readonly ImmutableSortedDictionary<string, string> NoMetadata = ImmutableSortedDictionary<string, string>.Empty;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bytes_are_as_built_by_hand()
    {
        var bytes = Write([NewTensor.OfFloats("a.0", [1, 2], new[] { 1f, -2 })], NoMetadata);
        var header = """{"a.0":{"dtype":"F32","shape":[1,2],"data_offsets":[0,8]}}""";
        Assert.Equal(58, header.Length);
        Assert.Equal([64, 0, 0, 0, 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(header + "      "), 0, 0, 0x80, 0x3F, 0, 0, 0, 0xC0], bytes);
    }

    [Fact]
    public void Nothing_is_eight_bytes_of_header() =>
        Assert.Equal([8, 0, 0, 0, 0, 0, 0, 0, .. "{}      "u8], Write([], NoMetadata));

    [Fact]
    public void Tensors_lie_by_falling_type_then_name_and_metadata_by_key()
    {
        var types = Enum.GetValues<ElementType>();
        var tensors = types.SelectMany(t => new[] { Zero("b" + t, t), Zero("a" + t, t) });
        var metadata = NoMetadata.Add("z", "1").Add("A", "2").Add("a", "é\"\n");
        var bytes = Write(tensors, metadata);
        using var file = Raw.Open(_folder, bytes);

        Assert.Equal("I64 I64 F64 F64 F32 F32 I32 I32 BF16 BF16 F16 F16 I16 I16 I8 I8 U8 U8 BOOL BOOL", string.Join(' ', file.Tensors.Select(t => t.Type.Word())));
        Assert.All(file.Tensors.Chunk(2), pair => Assert.Equal(("a" + pair[0].Type, "b" + pair[1].Type), (pair[0].Name, pair[1].Name)));
        Assert.Equal("é\"\n", file.Metadata["a"]);
        Assert.StartsWith("""{"__metadata__":{"A":"2","a":"é\"\n","z":"1"},"aInt64":""", Encoding.UTF8.GetString(bytes.AsSpan(8)), StringComparison.Ordinal);
        Assert.Equal(bytes, Write(tensors.Reverse(), metadata));
    }

    /// <summary>UTF-16 puts U+1F600 before U+FFFD, UTF-8 after it.</summary>
    [Fact]
    public void Names_are_compared_by_their_UTF8_bytes()
    {
        using var file = Raw.Open(_folder, Write([Zero("\U0001F600", ElementType.UInt8), Zero("\uFFFD", ElementType.UInt8)], NoMetadata));
        Assert.Equal(["\uFFFD", "\U0001F600"], file.Tensors.Select(t => t.Name));
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        Prop.ForAll<int, byte>((seed, count) =>
        {
            var random = new Random(seed);
            var tensors = Enumerable.Range(0, count % 12).Select(i => RandomTensor($"{(char)('a' + random.Next(26))}.{i}.é", random)).ToList();
            using var folder = new TempFolder();
            SafetensorsWriter.Write(folder["x"], tensors, NoMetadata.Add("seed", $"{seed}"), overwrite: false, default);
            using var file = SafetensorsReader.Open(folder["x"]);

            Assert.Equal(tensors.Count, file.Tensors.Length);
            Assert.Equal($"{seed}", file.Metadata["seed"]);
            foreach (var tensor in tensors)
            {
                var found = file.Find(tensor.Name)!;
                Assert.Equal(tensor.Type, found.Type);
                Assert.Equal(tensor.Shape.AsEnumerable(), found.Shape);
                Assert.Equal(tensor.Bytes(), Raw.Bytes(found));
            }

            Assert.All(file.Tensors, t => Assert.True(t.ByteCount >= 0));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Odd_cultures_change_nothing()
    {
        var plain = Write([Zero("x", ElementType.Float32)], NoMetadata);
        using var odd = new OddCulture();
        Assert.Equal(plain, Write([Zero("x", ElementType.Float32)], NoMetadata));
    }

    public static TheoryData<string, NewTensor[]> Wrong => new()
    {
        { "twice", [Zero("x", ElementType.Bool), Zero("x", ElementType.Int64)] },
        { "reserved", [Zero("__metadata__", ElementType.Bool)] },
        { "no Unicode", [Zero("\uD800", ElementType.Bool)] },
        { "too few bytes", [new NewTensor("x", ElementType.Float32, [2], () => new byte[7])] },
        { "too many bytes", [new NewTensor("x", ElementType.Float32, [2], () => new byte[9])] },
        { "negative", [new NewTensor("x", ElementType.Float32, [-1], () => default)] },
        { "overflow", [new NewTensor("x", ElementType.Float32, [long.MaxValue, 2], () => default)] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_could_not_be_read_is_not_written(string what, NewTensor[] tensors)
    {
        Assert.NotEmpty(what);
        Assert.ThrowsAny<ArgumentException>(() => SafetensorsWriter.Write(_folder["x"], tensors, NoMetadata, overwrite: false, default));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void A_file_that_is_there_is_kept_unless_told()
    {
        _folder.File("x", [1]);
        Assert.Throws<OutputException>(() => SafetensorsWriter.Write(_folder["x"], [], NoMetadata, overwrite: false, default));
        Assert.Equal([1], File.ReadAllBytes(_folder["x"]));
        SafetensorsWriter.Write(_folder["x"], [], NoMetadata, overwrite: true, default);
        Assert.Equal(16, new FileInfo(_folder["x"]).Length);
    }

    [Fact]
    public void A_full_disk_is_the_output_and_leaves_nothing()
    {
        var e = Assert.Throws<OutputException>(() => SafetensorsWriter.Write(
            _folder["x"], [new NewTensor("x", ElementType.UInt8, [1], () => throw new IOException("No space left"))], NoMetadata, overwrite: false, default));
        Assert.Contains("No space left", e.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    [Fact]
    public void Cancelling_leaves_nothing()
    {
        Assert.Throws<OperationCanceledException>(() => SafetensorsWriter.Write(
            _folder["x"], [Zero("x", ElementType.Bool)], NoMetadata, overwrite: false, new CancellationToken(canceled: true)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Root));
    }

    private static NewTensor Zero(string name, ElementType type) => new(name, type, [1], () => new byte[type.Size()]);

    private static NewTensor RandomTensor(string name, Random random)
    {
        var type = (ElementType)random.Next(10);
        var shape = Enumerable.Range(0, random.Next(4)).Select(_ => (long)random.Next(6)).ToImmutableArray();
        var bytes = new byte[shape.Aggregate(type.Size(), (count, d) => count * (int)d)];
        random.NextBytes(bytes);
        return new NewTensor(name, type, shape, () => bytes);
    }

    private byte[] Write(IEnumerable<NewTensor> tensors, ImmutableSortedDictionary<string, string> metadata)
    {
        SafetensorsWriter.Write(_folder["out"], tensors, metadata, overwrite: true, default);
        return File.ReadAllBytes(_folder["out"]);
    }
}
