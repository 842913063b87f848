using DiagCodec.Networks.Models;

namespace DiagCodec.Networks.Tests.Models;

/// <summary>The tasks that come with the programs.</summary>
public class RepositoryModelsTests
{
    private static readonly ModelCatalogue Catalogue = new(ModelsFolder.Beside(AppContext.BaseDirectory));

    [Fact]
    public void The_documented_tasks_are_there() =>
        Assert.Superset(new HashSet<string>(["coronary-cta", "coronary-xca", "moving-object", "sts-tumour-ct"]), Catalogue.List().ToHashSet());

    [Fact]
    public void Every_task_is_read_under_its_folders_name() =>
        Assert.All(Catalogue.List(), name => Assert.Equal(name, Catalogue.Open(name).Task.Name));

    [Fact]
    public void Weights_that_a_task_names_are_those_it_vouches_for() => Assert.All(Catalogue.List(), name =>
    {
        var model = Catalogue.Open(name);
        foreach (var variant in model.Task.Variants.Present())
        {
            using var weights = model.OpenWeights(variant, default);
            Assert.Null(weights.FindNonFinite(default));
        }
    });

    [Theory]
    [InlineData("coronary-cta", InputKind.Hu, 3, 32)]
    [InlineData("coronary-xca", InputKind.Code, 1, 16)]
    [InlineData("moving-object", InputKind.Code, 1, 16)]
    [InlineData("sts-tumour-ct", InputKind.Hu, 15, 16)]
    public void What_the_networks_see_is_as_documented(string name, InputKind kind, int slices, int multiple)
    {
        var task = Catalogue.Open(name).Task;
        Assert.Equal((kind, slices, multiple, 2), (task.Input.Kind, task.Input.Slices, task.Network.Multiple, task.OutputChannels));
        Assert.Equal([1], task.Foreground.AsEnumerable());
    }
}
