using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Tests.Bench.Methods.External;
using DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Orchestrated;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.Orchestrated;

public sealed class OrchestratedMethodTests : IDisposable
{
    private readonly FreshFolder _models = new();

    public void Dispose() => _models.Dispose();

    [Fact]
    public async Task Labels_come_back_on_the_models_grid_and_a_second_encode_gives_the_same_bytes()
    {
        var method = Method(Model("one", 1));
        var (coded, folder) = await EncodeAsync(method, 1);
        var (again, other) = await EncodeAsync(method, 1);
        Assert.Equal(coded.Bytes, again.Bytes);
        var stream = Directory.EnumerateFiles(folder).Single();
        Assert.Equal(new FileInfo(stream).Length, coded.Bytes);
        Assert.Equal(File.ReadAllBytes(stream), File.ReadAllBytes(Directory.EnumerateFiles(other).Single()));
        var (labels, command) = await method.LabelAsync(folder, default);
        Assert.Equal((97, 75, 2), (labels.Columns, labels.Rows, labels.Slices));
        Assert.Contains("--model one", command, StringComparison.Ordinal);
        Assert.True(method.Facts.GivesLabels);
    }

    [Fact]
    public async Task A_folder_of_models_is_numbered_as_its_names_sort()
    {
        Model("b", 2);
        Model("a", 1);
        var method = Method(_models.Path, 1, 2);
        var (first, _) = await EncodeAsync(method, 1);
        var (second, folder) = await EncodeAsync(method, 2);
        Assert.Contains("--codec a", first.Commands.Single(), StringComparison.Ordinal);
        Assert.Contains("--codec b", second.Commands.Single(), StringComparison.Ordinal);
        Assert.Contains("--model b", (await method.LabelAsync(folder, default)).Command, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_is_not_there_and_a_stream_of_another_are_faults()
    {
        var one = Method(Model("one", 1), 1, 2);
        Assert.Contains("expected 1 to 1", (await Assert.ThrowsAsync<UsageException>(() => one.IdentityAsync(default))).Message, StringComparison.Ordinal);
        var (_, folder) = await EncodeAsync(Method(Model("two", 2)), 1);
        var fault = await Assert.ThrowsAsync<ToolException>(() => Method(Model("one", 1)).LabelAsync(folder, default));
        Assert.Contains("which none of the models has", fault.Message, StringComparison.Ordinal);
    }

    private static ILabelMethod Method(string model, params double[] grid) =>
        (ILabelMethod)MethodCatalogue.Create(new MethodSetting("orchestrated", "orchestrated", grid.Length == 0 ? [1] : [.. grid]) { Model = model }, policy: null);

    private async Task<(CodedCase Coded, string Folder)> EncodeAsync(ILabelMethod method, double parameter)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_models.Path, $"stream-{Guid.NewGuid()}")).FullName;
        return (await method.EncodeAsync(ExternalCase.InputFor(method.Facts, 97, 75, 2), parameter, folder, default), folder);
    }

    private string Model(string name, int seed) =>
        ToyOrchestrated.Write(Path.Combine(_models.Path, name), OrchestratedDesign.D4, ToyOrchestrated.Layout, 1000, seed).Path;
}
