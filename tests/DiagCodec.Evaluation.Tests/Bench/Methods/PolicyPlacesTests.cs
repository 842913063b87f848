using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Methods;

public sealed class PolicyPlacesTests : IDisposable
{
    private readonly FreshFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public void The_folder_of_the_command_line_comes_first()
    {
        Write("given/mine", "given");
        Write("standard/mine", "standard");
        Assert.Equal("given", Open("mine", "given"));
        Assert.Equal("standard", Open("mine", null));
        Assert.Equal("standard", Open("mine", "elsewhere"));
    }

    [Fact]
    public void A_name_with_a_slash_starts_from_the_experiment()
    {
        Write("study/policies/mine", "study");
        Assert.Equal("study", Open("policies/mine", null));
        Assert.Equal("study", Open("policies/mine", "given"));
        Write("given/policies/mine", "given");
        Assert.Equal("given", Open("policies/mine", "given"));
    }

    [Theory]
    [InlineData(null, "standard")]
    [InlineData("given", "given/mine: expected a policy folder with policy.json, found none")]
    public void A_policy_that_is_nowhere_is_told_with_the_place(string? first, string words)
    {
        Directory.CreateDirectory(Path.Combine(_root.Path, "standard"));
        var fault = Assert.Throws<InvalidInputException>(() => Open("mine", first)).Message;
        Assert.Contains(words, fault, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault);
    }

    private string Open(string name, string? first)
    {
        var places = new PolicyPlaces(
            first is null ? null : Path.Combine(_root.Path, first),
            Path.Combine(_root.Path, "study", "experiment.json"),
            new PolicyCatalogue(Path.Combine(_root.Path, "standard")));
        return places.Open(name).Document.Description;
    }

    private void Write(string path, string description)
    {
        var full = Path.Combine(_root.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        TestPolicy.Write(full, TestPolicy.One, d => d with { Description = description });
    }
}
