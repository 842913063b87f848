using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Files;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Tests.Support;
using DiagCodec.LearnedCodecs.Train;

namespace DiagCodec.LearnedCodecs.Tests.Files;

public sealed class CodecFolderTests
{
    [Fact]
    public void Qualities_are_numbered_by_rising_lambda_however_they_came()
    {
        using var folder = new TempFolder();
        var model = TinyModel.Store(folder["my Codec"], lambdas: [0.02, 0.005, 0.01]);
        Assert.Equal("my-codec", model.Document.Name);
        Assert.Equal([0.005, 0.01, 0.02], model.Document.Qualities.Select(q => q.Lambda));
        Assert.Equal((2, 0.01), (model.Choose(null).Number, model.Choose(null).Quality.Lambda));
        Assert.Equal(3, model.NumberOf(model.Document.Qualities[2].Sha256, "x"));
        Assert.Contains("| 3 | 0.02 |", File.ReadAllText(Path.Combine(model.Path, CodecFolder.CardFile)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_takes_no_quality_of_another_network()
    {
        using var folder = new TempFolder();
        TinyModel.Store(folder["m"]);
        Assert.Contains("one network", Assert.Throws<InvalidInputException>(() => new CodecStore(folder["m"], new CodecShape(CodecShape.Cheng, 1, 8, 8))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Changed_weights_are_told()
    {
        using var folder = new TempFolder();
        var model = TinyModel.Store(folder["m"]);
        var weights = Path.Combine(model.Path, model.Document.Qualities[0].File);
        var bytes = File.ReadAllBytes(weights);
        bytes[^1] ^= 1;
        File.WriteAllBytes(weights, bytes);
        Assert.Contains("expected the SHA-256", Assert.Throws<InvalidInputException>(() => model.Load(model.Document.Qualities[0], CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"lambda\": 0.01", "\"lambda\": -1", "qualities[0].lambda: expected above 0")]
    [InlineData("\"width\": 8", "\"width\": 4", "network: width: expected 8 to 1024")]
    [InlineData("\"schema\": 1", "\"schema\": 2", "schema 2 is not known")]
    [InlineData("\"licence\"", "\"license\"", "license: expected no such field")]
    [InlineData("weights-0.01.safetensors", "../w.safetensors", "qualities[0].file")]
    public void Broken_documents_are_told(string right, string wrong, string words)
    {
        using var folder = new TempFolder();
        var model = TinyModel.Store(folder["m"]);
        var path = Path.Combine(model.Path, CodecFolder.DocumentFile);
        File.WriteAllText(path, File.ReadAllText(path).Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains(words, Assert.Throws<InvalidInputException>(() => CodecFolder.Open(model.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_codecs_word_finds_its_only_model()
    {
        using var folder = new TempFolder();
        TinyModel.Store(folder["one"]);
        TinyModel.Store(folder["two"], CodecShape.Cheng);
        var catalogue = new CodecCatalogue(folder.Path);
        Assert.Equal("two", catalogue.Open(CodecShape.Cheng).Document.Name);
        Assert.Equal("one", catalogue.Open("one").Document.Name);
        TinyModel.Store(folder["three"]);
        Assert.Contains("name one of one, three", Assert.Throws<InvalidInputException>(() => catalogue.Open(CodecShape.MeanScale)).Message, StringComparison.Ordinal);
        Assert.Contains("has one, three, two", Assert.Throws<InvalidInputException>(() => catalogue.Open("four")).Message, StringComparison.Ordinal);
        Assert.Contains("train one", Assert.Throws<InvalidInputException>(() => new CodecCatalogue(folder["none"]).Open(CodecShape.Cheng)).Message, StringComparison.Ordinal);
    }
}
