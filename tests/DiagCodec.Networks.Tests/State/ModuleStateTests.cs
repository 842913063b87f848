using System.Collections.Immutable;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Tests.Support;
using DiagCodec.Networks.Weights;
using static TorchSharp.torch;

namespace DiagCodec.Networks.Tests.State;

public sealed class ModuleStateTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_names_and_shapes_are_those_of_PyTorch()
    {
        using var network = new SmallNetwork(1);
        var tensors = ModuleState.Tensors(network, "average.", ElementType.Float32);
        Assert.Equal(
            ["average.first.weight", "average.head.bias", "average.head.weight", "average.norm.bias", "average.norm.weight"], tensors.Select(t => t.Name));
        Assert.Equal([4L, 2, 3, 3], tensors[0].Shape.AsEnumerable());
        Assert.Equal([3L], tensors[1].Shape.AsEnumerable());
        Assert.Equal([3L, 4, 1, 1], tensors[2].Shape.AsEnumerable());
    }

    [Fact]
    public void Every_value_lands_where_its_name_says()
    {
        using var file = Stored(Values(0));
        using var network = new SmallNetwork(-1);
        ModuleState.Load(network, file, "", default);
        Assert.All(Values(0), e => Assert.Equal(e.Values, Floats(network, e.Name)));
    }

    [Fact]
    public void Of_two_networks_in_a_file_the_prefix_chooses()
    {
        using var file = Stored([.. Values(0).Select(e => ($"a.{e.Name}", e.Shape, e.Values)), .. Values(1000).Select(e => ($"b.{e.Name}", e.Shape, e.Values))]);
        using var network = new SmallNetwork(-1);
        ModuleState.Load(network, file, "b.", default);
        Assert.All(Values(1000), e => Assert.Equal(e.Values, Floats(network, e.Name)));
        Told.Of(() => ModuleState.Load(network, file, "", default), "is missing", "prefix 'a.'");
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    public void What_is_no_number_is_refused_by_tensor_and_element(float value, string told)
    {
        var values = Values(0);
        values[1].Values[2] = value;
        using var file = Stored(values);
        using var network = new SmallNetwork(-1);
        var e = Told.Of(() => ModuleState.Load(network, file, "", default), file.Path, $"'{values[1].Name}'", "element 2");
        Assert.Contains(told, e.Message, StringComparison.OrdinalIgnoreCase);
        Assert.All(Values(0), v => Assert.All(Floats(network, v.Name), f => Assert.Equal(-1, f)));
    }

    [Fact]
    public void Nothing_is_overwritten_where_one_tensor_does_not_fit()
    {
        var values = Values(0);
        values[^1] = (values[^1].Name, [4, 1], values[^1].Values);
        using var file = Stored(values);
        using var network = new SmallNetwork(-1);
        Told.Of(() => ModuleState.Load(network, file, "", default), $"'{values[^1].Name}': expected F32 [4], found F32 [4, 1]");
        Assert.All(Values(0), v => Assert.All(Floats(network, v.Name), f => Assert.Equal(-1, f)));
    }

    [Fact]
    public void Storage_is_single_or_half_precision()
    {
        using var network = new SmallNetwork(1);
        Assert.Throws<ArgumentException>(() => ModuleState.Tensors(network, "", ElementType.Float64));
        Assert.Throws<ArgumentException>(() => ModuleState.Tensors(network, "", ElementType.BFloat16));
    }

    private static float[] Floats(nn.Module network, string name)
    {
        using var copy = network.state_dict()[name].detach().clone();
        return copy.data<float>().ToArray();
    }

    /// <summary>Every element its own number.</summary>
    private static List<(string Name, long[] Shape, float[] Values)> Values(int first)
    {
        (string Name, long[] Shape)[] tensors =
            [("first.weight", [4, 2, 3, 3]), ("head.bias", [3]), ("head.weight", [3, 4, 1, 1]), ("norm.bias", [4]), ("norm.weight", [4])];
        var next = first;
        return [.. tensors.Select(t => (t.Name, t.Shape, Enumerable.Range(0, (int)t.Shape.Aggregate((n, d) => n * d)).Select(_ => (float)next++).ToArray()))];
    }

    private SafetensorsReader Stored(IEnumerable<(string Name, long[] Shape, float[] Values)> tensors)
    {
        var path = _folder["w.safetensors"];
        SafetensorsWriter.Write(
            path, [.. tensors.Select(t => NewTensor.OfFloats(t.Name, [.. t.Shape], t.Values))], ImmutableSortedDictionary<string, string>.Empty, overwrite: true, default);
        return SafetensorsReader.Open(path);
    }
}
