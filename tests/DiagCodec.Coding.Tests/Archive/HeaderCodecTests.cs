using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Series;
using FsCheck;
using FsCheck.Fluent;

namespace DiagCodec.Coding.Tests.Archive;

public sealed class HeaderCodecTests
{
    [Fact]
    public void Headers_come_back()
    {
        Prop.ForAll<int, byte>((seed, size) =>
        {
            var headers = Random(seed, 1 + size);
            var back = HeaderCodec.Read(HeaderCodec.Write(headers), headers.Kind, headers.Origins.Length, "x");
            Assert.True(headers.Origins.SequenceEqual(back.Origins));
            Assert.Equal(headers.Files.Select(f => Convert.ToHexString(f.Span)), back.Files.Select(f => Convert.ToHexString(f.Span)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_orderly_series_costs_two_bytes_a_slice_beside_its_files()
    {
        var files = Enumerable.Range(0, 100).Select(_ => (ReadOnlyMemory<byte>)new byte[100]);
        var headers = new SourceHeaders(SourceKind.Dicom, [.. files], [.. Enumerable.Range(0, 100).Select(z => new SliceOrigin(z, 0))]);
        Assert.Equal(2 + 200 + 100 + 10_000, HeaderCodec.Write(headers).Length);
    }

    [Fact]
    public void Another_number_of_slices_is_refused()
    {
        var bytes = HeaderCodec.Write(Archives.Headers);
        Told.Of(() => HeaderCodec.Read(bytes, SourceKind.Dicom, 4, "headers.br"), "headers.br", "3 slices", "4 expected");
        Assert.Throws<InvalidInputException>(() => HeaderCodec.Read(bytes, SourceKind.Dicom, 2, "x"));
    }

    [Fact]
    public void Changed_and_random_bytes_are_read_or_refused_and_take_little_memory()
    {
        var good = HeaderCodec.Write(Random(7, 20));
        foreach (var bytes in Mutations.Of(good))
        {
            Memory.AssertLittle(() => Mutations.ReadOrRefuse(() => HeaderCodec.Read(bytes, SourceKind.Dicom, 20, "x")));
            Memory.AssertLittle(() => Mutations.ReadOrRefuse(() => HeaderCodec.Read(bytes, SourceKind.Dicom, 100_000, "x")));
        }
    }

    private static SourceHeaders Random(int seed, int slices)
    {
        var random = new Random(seed);
        var files = Enumerable.Range(0, random.Next(1, slices + 1)).Select(_ =>
        {
            var bytes = new byte[random.Next(0, 300)];
            random.NextBytes(bytes);
            return (ReadOnlyMemory<byte>)bytes;
        }).ToArray();
        var origins = Enumerable.Range(0, slices).Select(_ => new SliceOrigin(random.Next(files.Length), random.Next(slices)));
        return new SourceHeaders((SourceKind)random.Next(4), [.. files], [.. origins]);
    }
}
