using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Weights;
using DiagCodec.Segmentation.Network;
using DiagCodec.Segmentation.Tests.Support;

namespace DiagCodec.Segmentation.Tests.Network;

public sealed class NetworkStateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("segmentation-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Single_precision_comes_back_exactly()
    {
        using var saved = Weights.Create(Discs.Task, 1);
        using var loaded = Weights.Create(Discs.Task, 2);
        Load(loaded, Save(saved, ElementType.Float32));
        Assert.Equal(Weights.Of(saved), Weights.Of(loaded));
    }

    [Fact]
    public void Half_precision_comes_back_to_eleven_bits()
    {
        using var saved = Weights.Create(Discs.Task, 1);
        using var loaded = Weights.Create(Discs.Task, 2);
        Load(loaded, Save(saved, ElementType.Float16));
        var (before, after) = (Weights.Of(saved), Weights.Of(loaded));
        Assert.NotEqual(before, after);

        // Half a unit in the last of 11 bits; below 2^-14 the steps are 2^-24.
        Assert.All(before.Zip(after), p => Assert.True(Math.Abs(p.First - p.Second) <= Math.Max(Math.Abs(p.First) / 2048, 1.0 / (1 << 25)), $"{p}"));
        Load(loaded, Save(loaded, ElementType.Float16));
        Assert.Equal(after, Weights.Of(loaded));
    }

    [Fact]
    public void A_weight_that_is_no_number_is_refused_by_its_name()
    {
        using var saved = Weights.Create(Discs.Task, 1);
        var path = Save(saved, ElementType.Float32);
        Replace(path, "up.0.conv1.weight", float.NaN);
        var message = Assert.Throws<InvalidInputException>(() => Load(saved, path)).Message;
        Assert.Contains("'up.0.conv1.weight' holds NaN at element 0", message, StringComparison.Ordinal);
        Assert.Contains(path, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_of_another_task_are_refused_with_both_shapes()
    {
        using var saved = new UNet2d(3, 2, [8, 16], groups: 4);
        using var wanted = new UNet2d(1, 2, [8, 24], groups: 4);
        var before = Weights.Of(wanted);
        var path = Save(saved, ElementType.Float16);
        var message = Assert.Throws<InvalidInputException>(() => Load(wanted, path)).Message;
        Assert.Contains("'down.0.conv1.weight': expected F32 [8, 1, 3, 3], found F16 [8, 3, 3, 3]", message, StringComparison.Ordinal);
        Assert.Contains("'down.1.conv1.weight': expected F32 [24, 8, 3, 3], found F16 [16, 8, 3, 3]", message, StringComparison.Ordinal);
        Assert.Equal(before, Weights.Of(wanted));
    }

    [Fact]
    public void A_deeper_network_misses_tensors_and_a_shallower_one_has_too_many()
    {
        using var shallow = new UNet2d(1, 2, [8, 16], groups: 4);
        using var deep = new UNet2d(1, 2, [8, 16, 16], groups: 4);
        Assert.Contains("is missing", Assert.Throws<InvalidInputException>(() => Load(deep, Save(shallow, ElementType.Float32))).Message, StringComparison.Ordinal);
        Assert.Contains("is not expected", Assert.Throws<InvalidInputException>(() => Load(shallow, Save(deep, ElementType.Float32))).Message, StringComparison.Ordinal);
    }

    /// <summary>Names and shapes as torch.nn.Conv2d, ConvTranspose2d, GroupNorm and ModuleList give them to a state_dict.</summary>
    [Fact]
    public void A_file_with_PyTorchs_names_and_shapes_is_loaded()
    {
        (string Name, long[] Shape)[] tensors =
        [
            .. Block("down.0", 1, 8), .. Block("down.1", 8, 16), .. Block("up.0", 16, 8),
            ("widen.0.weight", [16, 8, 2, 2]), ("widen.0.bias", [8]), ("head.weight", [2, 8, 1, 1]), ("head.bias", [2]),
        ];
        var path = Path.Combine(_folder.FullName, "pytorch.safetensors");
        SafetensorsWriter.Write(
            path,
            [.. tensors.Select((t, i) => NewTensor.OfFloats(t.Name, [.. t.Shape], Numbers(i, t.Shape)))],
            ImmutableSortedDictionary<string, string>.Empty.Add("format", "pt"),
            overwrite: false,
            default);
        using var network = new UNet2d(1, 2, [8, 16], groups: 4);
        Load(network, path);
        var values = Weights.ByName(network);
        Assert.Equal(tensors.Length, values.Count);
        Assert.All(Enumerable.Range(0, tensors.Length), i => Assert.Equal(Numbers(i, tensors[i].Shape), values[tensors[i].Name]));

        static (string, long[])[] Block(string name, int inputs, int outputs) =>
        [
            ($"{name}.conv1.weight", [outputs, inputs, 3, 3]), ($"{name}.norm1.weight", [outputs]), ($"{name}.norm1.bias", [outputs]),
            ($"{name}.conv2.weight", [outputs, outputs, 3, 3]), ($"{name}.norm2.weight", [outputs]), ($"{name}.norm2.bias", [outputs]),
        ];

        static float[] Numbers(int tensor, long[] shape) => [.. Enumerable.Range(0, (int)shape.Aggregate((n, d) => n * d)).Select(i => tensor + (i / 4096f))];
    }

    private static void Load(UNet2d network, string path)
    {
        using var file = SafetensorsReader.Open(path);
        ModuleState.Load(network, file, "", default);
    }

    private static void Replace(string path, string tensor, float first)
    {
        List<NewTensor> tensors = [];
        using (var file = SafetensorsReader.Open(path))
        {
            foreach (var stored in file.Tensors)
            {
                var values = new float[stored.ElementCount];
                stored.ReadFloats(values);
                values[0] = stored.Name == tensor ? first : values[0];
                tensors.Add(NewTensor.OfFloats(stored.Name, stored.Shape, values));
            }
        }

        SafetensorsWriter.Write(path, tensors, ImmutableSortedDictionary<string, string>.Empty, overwrite: true, default);
    }

    private string Save(UNet2d network, ElementType storage)
    {
        var path = Path.Combine(_folder.FullName, "w.safetensors");
        SafetensorsWriter.Write(path, ModuleState.Tensors(network, "", storage), ImmutableSortedDictionary<string, string>.Empty, overwrite: true, default);
        return path;
    }
}
