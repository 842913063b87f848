using DiagCodec.LearnedCodecs.Files;
using DiagCodec.LearnedCodecs.Orchestrated;
using DiagCodec.LearnedCodecs.Orchestrated.Files;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Files;

/// <summary>The learned codecs that come with the programs.</summary>
public sealed class RepositoryCodecsTests
{
    [Fact]
    public void The_documented_codecs_are_there()
    {
        Assert.Superset(new HashSet<string>(["codec-coronary-cta", "codec-coronary-xca", "mvmicnet-coronary-cta", "mvmicnet-coronary-xca"]), CodecCatalogue.Standard().List().ToHashSet());
        Assert.True(OrchestratedCatalogue.Standard().Knows("orchestrated-coronary-xca"));
    }

    [Theory]
    [InlineData("codec-coronary-cta")]
    [InlineData("codec-coronary-xca")]
    [InlineData("mvmicnet-coronary-cta")]
    [InlineData("mvmicnet-coronary-xca")]
    public void Every_quality_loads_and_says_how_it_was_made(string name)
    {
        var model = CodecCatalogue.Standard().Open(name);
        Assert.Equal(4, model.Document.Qualities.Length);
        foreach (var quality in model.Document.Qualities)
        {
            using var codec = model.OpenCodec(quality, "cpu", CancellationToken.None);
            Assert.StartsWith("diagcodec train ", quality.Command, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_orchestrated_model_loads()
    {
        using var network = OrchestratedCatalogue.Standard().Open("orchestrated-coronary-xca").Load(CPU, CancellationToken.None);
        Assert.True(network.Design.PaysForBits);
    }
}
