using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Networks.Models;

namespace DiagCodec.Allocation.Tests.Policies.Files;

public sealed class PolicyCatalogueTests : IDisposable
{
    private readonly PolicyStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void Policies_are_listed_and_found_by_name_path_or_task()
    {
        Add("policy-pretrained", "moving-objects");
        Add("policy-organs", "organs");
        Directory.CreateDirectory(_store["organs"]);
        File.WriteAllText(Path.Combine(_store["organs"], "task.json"), "{}");
        var catalogue = new PolicyCatalogue(_store.Root);
        Assert.Equal(["policy-organs", "policy-pretrained"], catalogue.List().AsEnumerable());
        Assert.Equal("moving-objects", catalogue.Open("policy-pretrained").Document.Task);
        Assert.Equal("policy-organs", new PolicyCatalogue("/nowhere").Open(_store["policy-organs"] + "/").Document.Name);
        Assert.Equal("policy-organs", catalogue.ForTask("organs")?.Document.Name);
    }

    [Fact]
    public void Models_and_policies_do_not_see_each_other()
    {
        Add("policy-organs", "organs");
        Directory.CreateDirectory(_store["organs"]);
        File.WriteAllText(Path.Combine(_store["organs"], "task.json"), "{}");
        Assert.Equal(["organs"], new ModelCatalogue(_store.Root).List().AsEnumerable());
        Assert.Equal(["policy-organs"], new PolicyCatalogue(_store.Root).List().AsEnumerable());
        PolicyStore.Told(() => new ModelCatalogue(_store.Root).Open("policy-organs"), "no task of this name");
        PolicyStore.Told(() => new PolicyCatalogue(_store.Root).Open("organs"), "no policy of this name");
        Assert.Equal(new ModelCatalogue(_store.Root).Folder, new PolicyCatalogue(_store.Root).Folder);
        Assert.Equal(ModelCatalogue.Standard().Folder, PolicyCatalogue.Standard().Folder);
    }

    [Theory]
    [InlineData("heart")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("./heart")]
    [InlineData("POLICY-ORGANS")]
    public void An_unknown_name_is_answered_with_the_known_ones(string name)
    {
        Add("policy-organs", "organs");
        PolicyStore.Told(() => new PolicyCatalogue(_store.Root).Open(name), name, "has policy-organs");
        PolicyStore.Told(() => new PolicyCatalogue(_store["none"]).Open(name), name, "no policies", ModelCatalogue.Variable);
    }

    [Theory]
    [InlineData("heart")]
    [InlineData("../policy-organs")]
    [InlineData("")]
    [InlineData("Organs")]
    [InlineData("a-task-with-a-name-of-sixty-two-letters-to-which-no-prefix-fits")]
    public void A_task_without_a_policy_has_none(string task)
    {
        Add("policy-organs", "organs");
        Assert.Null(new PolicyCatalogue(_store.Root).ForTask(task));
        Assert.Null(new PolicyCatalogue(_store["none"]).ForTask(task));
    }

    [Fact]
    public void A_folder_that_is_called_otherwise_than_its_document_says_is_refused()
    {
        Add("policy-organs", "organs");
        Directory.Move(_store["policy-organs"], _store["policy-heart"]);
        var catalogue = new PolicyCatalogue(_store.Root);
        PolicyStore.Told(() => catalogue.Open("policy-heart"), "name: expected policy-heart", "found policy-organs");
        PolicyStore.Told(() => catalogue.ForTask("heart"), "name: expected policy-heart");
        Assert.Equal("policy-organs", catalogue.Open(_store["policy-heart"]).Document.Name);
    }

    [Fact]
    public void A_policy_of_another_task_than_its_name_says_is_refused()
    {
        Add("policy-organs", "heart");
        PolicyStore.Told(() => new PolicyCatalogue(_store.Root).ForTask("organs"), "task: expected organs", "found heart");
    }

    /// <summary>Weights are not looked at before they are loaded.</summary>
    private void Add(string name, string task)
    {
        Directory.CreateDirectory(_store[name]);
        PolicyJson.Write(Path.Combine(_store[name], PolicyFolder.DocumentFile), SamplePolicy.Document with { Name = name, Task = task }, overwrite: false);
    }
}
