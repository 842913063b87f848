using DiagCodec.Networks.Models;
using DiagCodec.Networks.Tests.Support;

namespace DiagCodec.Networks.Tests.Models;

public sealed class ModelCatalogueTests : IDisposable
{
    private readonly TempFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void Models_are_listed_and_found_by_name_or_path()
    {
        Tasks.Folder(_root, "organs");
        var path = Tasks.Folder(_root, "coronary");
        Directory.CreateDirectory(_root["no-model"]);
        var catalogue = new ModelCatalogue(_root.Root);

        Assert.Equal(["coronary", "organs"], catalogue.List().AsEnumerable());
        Assert.Equal("organs", catalogue.Open("organs").Task.Name);
        Assert.Equal("coronary", catalogue.Open(path).Task.Name);
        Assert.Equal("coronary", new ModelCatalogue("/nowhere").Open(path + "/").Task.Name);
    }

    [Theory]
    [InlineData("heart")]
    [InlineData("no-model")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("./heart")]
    [InlineData("ORGANS")]
    public void An_unknown_name_is_answered_with_the_known_ones(string name)
    {
        Tasks.Folder(_root, "organs");
        Tasks.Folder(_root, "coronary");
        Directory.CreateDirectory(_root["no-model"]);
        Told.Of(() => new ModelCatalogue(_root.Root).Open(name), name, "coronary, organs");
    }

    [Fact]
    public void No_models_is_told_with_the_variable()
    {
        Assert.Empty(new ModelCatalogue(_root["none"]).List());
        Told.Of(() => new ModelCatalogue(_root["none"]).Open("heart"), "heart", "no models", ModelCatalogue.Variable);
    }

    [Fact]
    public void A_folder_with_another_name_than_its_task_is_refused()
    {
        Directory.Move(Tasks.Folder(_root, "organs"), _root["heart"]);
        var catalogue = new ModelCatalogue(_root.Root);
        Told.Of(() => catalogue.Open("heart"), "expected heart", "found organs");
        Assert.Equal("organs", catalogue.Open(_root["heart"]).Task.Name);
    }

    [Fact]
    public void Models_are_beside_the_program_else_in_its_checkout()
    {
        var program = Directory.CreateDirectory(_root["checkout/artifacts/bin"]).FullName;
        Assert.Equal(Path.Combine(program, "models"), ModelsFolder.Beside(program));
        File.WriteAllText(_root["checkout/DiagCodec.sln"], "");
        Assert.Equal(_root["checkout/models"], ModelsFolder.Beside(program));
        Directory.CreateDirectory(Path.Combine(program, "models"));
        Assert.Equal(Path.Combine(program, "models"), ModelsFolder.Beside(program));
    }

    [Fact]
    public void Weights_open_when_they_are_those_of_the_task()
    {
        var model = ModelFolder.Open(Tasks.Folder(_root, "organs"));
        using (var weights = model.OpenWeights(WeightsVariant.Plain, default))
        {
            Assert.Equal([1f], Raw.Floats(weights.Find("w")!));
        }

        Told.Of(() => model.OpenWeights(WeightsVariant.Hardened, default), "organs", "no hardened weights");
        var path = Path.Combine(model.Path, "weights.safetensors");
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        Told.Of(() => model.OpenWeights(WeightsVariant.Plain, default), path, "SHA-256", model.Task.Variants.Plain!.Sha256);
        File.Delete(path);
        Told.Of(() => model.OpenWeights(WeightsVariant.Plain, default), path, "not there");
    }
}
