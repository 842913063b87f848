using System.Collections.Immutable;
using DiagCodec.Networks.Tests.Support;
using DiagCodec.Networks.Weights;

namespace DiagCodec.Networks.Tests.Weights;

public sealed class StateMatchTests : IDisposable
{
    private static readonly StateMatchOptions Strict = new();

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_fits_is_given_by_the_names_of_the_network()
    {
        using var file = Stored(("w", ElementType.Float32, [2, 1]), ("n", ElementType.Int64, []));
        var match = StateMatch.Check(file, [Expected("w", 2, 1), new("n", ElementType.Int64, [])], Strict);
        Assert.Equal(2, match.Count);
        Assert.Same(file.Find("w"), match["w"]);
    }

    [Fact]
    public void All_faults_are_told_with_both_sides()
    {
        using var file = Stored(("a", ElementType.Float32, [2]), ("b", ElementType.Float64, [3]), ("extra", ElementType.Float32, [1]));
        var e = Told.Of(
            () => StateMatch.Check(file, [Expected("a", 4), Expected("b", 3), Expected("gone", 5)], Strict),
            file.Path,
            "'gone' is missing (expected F32 [5])",
            "'extra' is not expected (found F32 [1])",
            "'a': expected F32 [4], found F32 [2]",
            "'b': expected F32 [3], found F64 [3]");
        Assert.DoesNotContain("prefix", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_of_many_faults_are_listed_and_all_are_counted()
    {
        using var file = Stored();
        var e = Told.Of(
            () => StateMatch.Check(file, [.. Enumerable.Range(0, 12).Select(i => Expected($"p{i}", 1))], Strict), "'p0'", "'p4'", "7 more (12 in all)");
        Assert.DoesNotContain("'p5'", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prefix_is_taken_off_only_where_asked()
    {
        using var file = Stored(("module.w", ElementType.Float32, [1]), ("module.b", ElementType.Float32, [2]));
        ExpectedTensor[] expected = [Expected("w", 1), Expected("b", 2)];
        Told.Of(() => StateMatch.Check(file, expected, Strict), "'w' is missing", "have the prefix 'module.'");
        Told.Of(() => StateMatch.Check(file, expected, Strict with { Prefix = "net." }), "'w' is missing");
        Assert.Equal("module.w", StateMatch.Check(file, expected, Strict with { Prefix = "module." })["w"].Name);
    }

    [Fact]
    public void Of_several_networks_in_a_file_one_is_looked_at()
    {
        using var file = Stored(("a.w", ElementType.Float32, [1]), ("b.w", ElementType.Float32, [2]), ("w", ElementType.Float32, [3]));
        var options = Strict with { Prefix = "a.", OnlyPrefixed = true };
        Assert.Equal("a.w", StateMatch.Check(file, [Expected("w", 1)], options)["w"].Name);
        Assert.Equal("b.w", StateMatch.Check(file, [Expected("w", 2)], options with { Prefix = "b." })["w"].Name);
        Told.Of(() => StateMatch.Check(file, [Expected("w", 1)], Strict with { Prefix = "a." }), "'b.w' is not expected");
        Told.Of(() => StateMatch.Check(file, [Expected("w", 1), Expected("v", 1)], options), "'v' is missing");
        Told.Of(() => StateMatch.Check(file, [], options), "'a.w' is not expected (found F32 [1])");
    }

    [Fact]
    public void Names_that_become_one_are_refused()
    {
        using var file = Stored(("net.w", ElementType.Float32, [1]), ("w", ElementType.Float32, [1]));
        Told.Of(() => StateMatch.Check(file, [Expected("w", 1)], Strict with { Prefix = "net." }), "'w'", "'net.w'", "one name");
    }

    [Theory]
    [InlineData(ElementType.Float16, true)]
    [InlineData(ElementType.BFloat16, true)]
    [InlineData(ElementType.Float64, false)]
    [InlineData(ElementType.Int32, false)]
    public void Halves_do_for_floats_only_where_asked(ElementType type, bool fits)
    {
        using var file = Stored(("w", type, [1]));
        Told.Of(() => StateMatch.Check(file, [Expected("w", 1)], Strict), $"found {type.Word()} [1]");
        if (fits)
        {
            Assert.Single(StateMatch.Check(file, [Expected("w", 1)], Strict with { AcceptHalf = true }));
        }
        else
        {
            Told.Of(() => StateMatch.Check(file, [Expected("w", 1)], Strict with { AcceptHalf = true }), "'w'");
        }
    }

    private static ExpectedTensor Expected(string name, params long[] shape) => new(name, ElementType.Float32, [.. shape]);

    private SafetensorsReader Stored(params (string Name, ElementType Type, long[] Shape)[] tensors)
    {
        SafetensorsWriter.Write(
            _folder["w.safetensors"],
            tensors.Select(t => new NewTensor(t.Name, t.Type, [.. t.Shape], () => new byte[t.Shape.Aggregate(t.Type.Size(), (n, d) => n * (int)d)])),
            ImmutableSortedDictionary<string, string>.Empty,
            overwrite: true,
            default);
        return SafetensorsReader.Open(_folder["w.safetensors"]);
    }
}
