using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Orchestrated;
using DiagCodec.LearnedCodecs.Orchestrated.Files;
using DiagCodec.LearnedCodecs.Streams;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Input;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Orchestrated;

public sealed class OrchestratedSeriesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("orchestrated").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_stream_decodes_to_what_the_networks_make_of_the_code(int dimensions)
    {
        var model = Model("a", OrchestratedDesign.D4, dimensions, 1);
        using var series = OrchestratedSeries.Load(model, CPU, default);
        var planes = Planes(3, 40, 70);
        var bytes = series.Encode(planes, null, default);
        var decoded = series.Decode(CodedSeries.Read(bytes, "stream"), "stream", null, default);
        Assert.Equal((70, 40, 3), (decoded.Labels.Columns, decoded.Labels.Rows, decoded.Labels.Slices));
        Assert.Equal((70, 40, 3), (decoded.Seen.Columns, decoded.Seen.Rows, decoded.Seen.Slices));
        Assert.False(decoded.IsImage);

        using var network = model.Load(CPU, default);
        var coder = new OrchestratedCoder(network, CPU);
        ImmutableArray<long> sides = dimensions == 2 ? [40, 70] : [3, 40, 70];
        var image = planes.Slices.Take(dimensions == 2 ? 1 : 3).SelectMany(s => s, (_, v) => v / InputPlanes.Scale).ToArray();
        var direct = coder.Decode(coder.Code(image, sides), sides);
        Assert.Equal(direct.Labels, decoded.Labels.Labels[..direct.Labels.Length].ToArray());
        var first = new int[40 * 70];
        decoded.Seen.ReadSlice(0, first);
        Assert.All(first.Zip(direct.Seen), p => Assert.InRange(p.First - (p.Second * 65535), -0.51, 0.51));
    }

    [Fact]
    public void Equal_series_give_equal_bytes_after_a_model_was_stored_and_read()
    {
        using var one = OrchestratedSeries.Load(Model("b", OrchestratedDesign.D3, 2, 2), CPU, default);
        using var again = OrchestratedSeries.Load(OrchestratedFolder.Open(Path.Combine(_folder, "b")), CPU, default);
        Assert.Equal(one.Encode(Planes(2, 48, 48), null, default), again.Encode(Planes(2, 48, 48), null, default));
    }

    [Fact]
    public void An_autoencoder_reconstructs_an_image()
    {
        using var series = OrchestratedSeries.Load(Model("c", OrchestratedDesign.AutoSeg, 2, 1), CPU, default);
        Assert.True(series.Decode(CodedSeries.Read(series.Encode(Planes(1, 48, 48), null, default), "s"), "s", null, default).IsImage);
    }

    [Fact]
    public void Another_models_stream_and_damage_are_told()
    {
        using var one = OrchestratedSeries.Load(Model("d", OrchestratedDesign.D4, 2, 1), CPU, default);
        using var other = OrchestratedSeries.Load(Model("e", OrchestratedDesign.D4, 2, 5), CPU, default);
        var bytes = one.Encode(Planes(1, 48, 48), null, default);
        Assert.Contains("name the model that it was made with", Told(() => other.Decode(CodedSeries.Read(bytes, "s"), "s", null, default)), StringComparison.Ordinal);
        for (var i = 0; i < bytes.Length; i++)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[i] ^= 4;
            Told(() => one.Decode(CodedSeries.Read(flipped, "s"), "s", null, default));
            Told(() => one.Decode(CodedSeries.Read(bytes.AsMemory(0, i), "s"), "s", null, default));
        }
    }

    [Fact]
    public void A_section_that_is_too_short_for_its_header_is_told()
    {
        using var series = OrchestratedSeries.Load(Model("f", OrchestratedDesign.D4, 2, 1), CPU, default);
        using var writer = new CodedSeriesWriter(CodedSeries.Read(series.Encode(Planes(1, 48, 48), null, default), "s").Header with { Width = 16_000, Height = 4000 });
        writer.Add(new CodedSlice(default, new byte[20]));
        Told(() => series.Decode(CodedSeries.Read(writer.Finish(), "s"), "s", null, default));
    }

    [Fact]
    public void A_design_without_a_code_cannot_code() =>
        Assert.Contains("codes nothing", Told(() => OrchestratedSeries.Load(Model("g", OrchestratedDesign.D1, 2, 1), CPU, default).Dispose()), StringComparison.Ordinal);

    [Fact]
    public void A_document_with_faults_is_refused_with_all_of_them()
    {
        Model("h", OrchestratedDesign.D4, 2, 1);
        var path = Path.Combine(_folder, "h", OrchestratedFolder.DocumentFile);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"bits\": 8", "\"bits\": 0", StringComparison.Ordinal).Replace("\"channels\": 1", "\"channels\": 3", StringComparison.Ordinal));
        var told = Told(() => OrchestratedFolder.Open(Path.Combine(_folder, "h")));
        Assert.Contains("bits is 0, expected 1 to 1024", told, StringComparison.Ordinal);
        Assert.Contains("input.slices", told, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_weights_are_refused()
    {
        Model("i", OrchestratedDesign.D4, 2, 1);
        Model("j", OrchestratedDesign.D4, 2, 2);
        File.Copy(Path.Combine(_folder, "j", OrchestratedFolder.WeightsFile), Path.Combine(_folder, "i", OrchestratedFolder.WeightsFile), overwrite: true);
        Assert.Contains("SHA-256", Told(() => OrchestratedFolder.Open(Path.Combine(_folder, "i")).Load(CPU, default).Dispose()), StringComparison.Ordinal);
    }

    private static string Told(Action action) => Assert.Throws<InvalidInputException>(action).Message;

    private OrchestratedFolder Model(string name, OrchestratedDesign design, int dimensions, int seed) =>
        ToyOrchestrated.Write(Path.Combine(_folder, name), design, Toy.Layout with { Dimensions = dimensions }, 255, seed);

    private static InputPlanes Planes(int slices, int rows, int columns)
    {
        var random = new Random(4);
        return new InputPlanes(columns, rows, 1, [.. Enumerable.Range(0, slices).Select(_ => Enumerable.Range(0, rows * columns).Select(_ => (ushort)random.Next(65536)).ToArray())]);
    }
}
