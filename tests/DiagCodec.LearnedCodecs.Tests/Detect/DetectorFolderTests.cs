using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Detect;
using DiagCodec.LearnedCodecs.Detect.Files;
using DiagCodec.LearnedCodecs.Tests.Support;
using DiagCodec.Networks.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Detect;

public sealed class DetectorFolderTests : IDisposable
{
    private static readonly CodedConcept Concept = new("1", "99X", "thing");

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_stored_finds_the_same_boxes()
    {
        using var network = Network();
        var stored = DetectorFolder.Write(_folder["d"], Document, network, CancellationToken.None);
        using var read = DetectorFolder.Open(_folder["d"]).Load(CPU, CancellationToken.None);
        Assert.Equal(stored.Document.Weights, DetectorFolder.Open(_folder["d"]).Document.Weights);
        var image = Blobs.Draw(1, 1).Images;
        var (expected, found) = (new BoxDetector(network, CPU).Detect(image, Blobs.Side, Blobs.Side), new BoxDetector(read, CPU).Detect(image, Blobs.Side, Blobs.Side));
        Assert.Equal(expected.Max(b => b.Score), found.Max(b => b.Score), 1e-2);
    }

    [Theory]
    [InlineData("\"smallestArea\": 9", "\"smallestArea\": 0", "smallestArea")]
    [InlineData("\"slices\": 1", "\"slices\": 3", "input.slices")]
    [InlineData("\"groups\": 4", "\"groups\": 3", "widths")]
    [InlineData("\"task\": \"toy\"", "\"task\": \"../toy\"", "task")]
    [InlineData("\"schema\": 1", "\"schema\": 2", "schema")]
    public void A_document_that_lies_is_refused(string from, string to, string told)
    {
        using var network = Network();
        DetectorFolder.Write(_folder["d"], Document, network, CancellationToken.None);
        var path = Path.Combine(_folder["d"], DetectorFolder.DocumentFile);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
        Assert.Contains(told, Assert.Throws<InvalidInputException>(() => DetectorFolder.Open(_folder["d"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_weights_are_refused()
    {
        using var network = Network();
        DetectorFolder.Write(_folder["d"], Document, network, CancellationToken.None);
        var path = Path.Combine(_folder["d"], DetectorFolder.WeightsFile);
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        Assert.Contains("SHA-256", Assert.Throws<InvalidInputException>(() => DetectorFolder.Open(_folder["d"]).Load(CPU, CancellationToken.None)).Message, StringComparison.Ordinal);
    }

    private static DetectorDocument Document { get; } = new(
        DetectorDocument.CurrentSchema, "toy", new DetectorLayout { Classes = 2, Widths = [8, 8, 8, 8], Groups = 4 }, new ModelInput(InputKind.Code, 0, 255, null, 1, null, null),
        [new ModelClass(1, "a", Concept, Concept, "#ff0000"), new ModelClass(2, "b", Concept, Concept, "#00ff00")], 9, new StoredWeights("", ""),
        new TrainingRecord("train detector", 1, "toys", "split.json"));

    private static CentreDetector Network()
    {
        manual_seed(4);
        return new CentreDetector(Document.Layout);
    }
}
