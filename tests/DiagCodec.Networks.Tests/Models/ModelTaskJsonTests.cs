using System.Collections.Immutable;
using System.Text;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Models;
using DiagCodec.Networks.Tests.Support;

namespace DiagCodec.Networks.Tests.Models;

public sealed class ModelTaskJsonTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_is_written_is_read_again()
    {
        var text = Text();
        var read = Read(text);
        ModelTaskJson.Write(_folder["again.json"], read, overwrite: false);
        Assert.Equal(text, File.ReadAllText(_folder["again.json"]));
        Assert.Equal(Tasks.Full.Input, read.Input);
        Assert.Equal(Tasks.Full.Variants, read.Variants);
        Assert.Equal(Tasks.Full.Classes.AsEnumerable(), read.Classes);
        Assert.Equal(3, read.OutputChannels);
    }

    [Fact]
    public void The_words_are_as_documented()
    {
        using var odd = new OddCulture();
        var text = string.Concat(Text().Where(c => !char.IsWhiteSpace(c)));
        Assert.StartsWith("""{"schema":1,"name":"coronary-cta","description":""", text, StringComparison.Ordinal);
        Assert.Contains("""input":{"kind":"hu","low":-200,"high":800,"spacing":0.5,"slices":3,"sliceSpacing":null,"localContrast":null}""", text, StringComparison.Ordinal);
        Assert.Contains("""network":{"kind":"unet2d","widths":[16,32,64],"groups":8},"foreground":[1]""", text, StringComparison.Ordinal);
        Assert.Contains("""physicalRange":{"low":-1024,"high":3071},"minimumRange":300,"pixelSpacing":{"low":0.3,"high":1}""", text, StringComparison.Ordinal);
        Assert.DoesNotContain("outputChannels", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"schema\":\"1\"}")]
    [InlineData("{\"schema\":1.5}")]
    [InlineData("{\"schema\":1}")]
    [InlineData("{\"schema\":1,\"name\":\"\\ud800\"}")]
    public void Anything_else_than_the_document_is_refused(string text) => Told.Of(() => Read(text), "task.json");

    [Theory]
    [InlineData("\"groups\": 8", "\"groups\": 8, \"extra\": 1", "network.extra: expected no such field")]
    [InlineData("\"name\": \"coronary-cta\"", "\"name\": \"coronary-cta\", \"name\": \"x\"", "name")]
    [InlineData("\"groups\": 8", "\"groups\": 8, \"blocks\": 2", "network.blocks: expected no such field")]
    [InlineData("\"slices\": 3,", "", "input.slices: expected an integer, found nothing")]
    [InlineData("\"sliceSpacing\": null", "\"slicespacing\": null", "input.slicespacing: expected no such field, found one; input.sliceSpacing: expected a number, found nothing")]
    [InlineData("\"slices\": 3", "\"slices\": 3.5", "input.slices: expected an integer, found 3.5")]
    [InlineData("\"slices\": 3", "\"slices\": \"3\"", "input.slices: expected an integer, found \"3\"")]
    [InlineData("\"kind\": \"hu\"", "\"kind\": \"HU\"", "input.kind: expected hu or code, found \"HU\"")]
    [InlineData("\"kind\": \"hu\"", "\"kind\": \"hu, code\"", "input.kind: expected hu or code")]
    [InlineData("\"kind\": \"hu\"", "\"kind\": 0", "input.kind: expected hu or code, found 0")]
    [InlineData("\"kind\": \"hu\"", "\"kind\": \"suv\"", "input.kind: expected hu or code, found \"suv\"")]
    [InlineData("\"licence\": \"MIT; cite the project.\"", "\"licence\": null", "licence: expected a text, found null")]
    [InlineData("\"foreground\": [", "\"foreground\": [null,", "foreground[0]: expected an integer, found null")]
    public void Unknown_doubled_missing_and_mistyped_fields_are_refused(string from, string to, string told)
    {
        Assert.Contains(from, Text(), StringComparison.Ordinal);
        Told.Of(() => Read(Text().Replace(from, to, StringComparison.Ordinal)), "task.json", told);
    }

    [Fact]
    public void Another_schema_is_told_before_its_fields() =>
        Told.Of(() => Read("""{"schema":2,"unheard":"of"}"""), "schema 2", "reads schema 1");

    [Theory]
    [InlineData("\"low\": -200", "\"low\": 1e999", "input")]
    [InlineData("\"slices\": 3", "\"slices\": 4", "input.slices: expected an odd number from 1 to 15, found 4")]
    [InlineData("\"spacing\": 0.5", "\"spacing\": 0", "input.spacing")]
    [InlineData("\"groups\": 8", "\"groups\": 0", "network.groups: expected 1 to 4096, found 0")]
    [InlineData("\"localContrast\": null", "\"localContrast\": 0", "input.localContrast: expected more than 0, or null, found 0")]
    [InlineData("\"localContrast\": null", "\"localContrast\": -20", "input.localContrast: expected more than 0, or null, found -20")]
    [InlineData("\"groups\": 8", "\"groups\": 5", "network.widths: expected 1 to 4096 each, in multiples of the 5 groups, found [16, 32, 64]")]
    [InlineData("\"number\": 2", "\"number\": 3", "classes[1].number: expected 2, found 3")]
    [InlineData("\"name\": \"left ventricle\"", "\"name\": \"artery\"", "classes[1].name")]
    [InlineData("#ff0000", "ff0000", "classes[0].colour: expected #rrggbb, found ff0000")]
    [InlineData("\"coronary-cta\"", "\"../escape\"", "name")]
    [InlineData("\"modality\": \"CT\"", "\"modality\": \"ct\"", "modality")]
    [InlineData("\"weights.safetensors\"", "\"../weights.safetensors\"", "variants.plain.file")]
    [InlineData("\"weights-hardened.safetensors\"", "\"weights.safetensors\"", "variants.hardened.file: expected a file of its own")]
    [InlineData("\"seed\": 7", "\"seed\": -7", "training.seed")]
    [InlineData("\"value\": \"41801008\"", "\"value\": \"\"", "classes[0].type.value")]
    [InlineData("\"minimumRange\": 300", "\"minimumRange\": -1", "accepts.minimumRange")]
    public void Values_out_of_range_are_told_with_both_sides(string from, string to, string told)
    {
        Assert.Contains(from, Text(), StringComparison.Ordinal);
        Told.Of(() => Read(Text().Replace(from, to, StringComparison.Ordinal)), "task.json", told);
    }

    [Fact]
    public void All_wrong_fields_are_told_together()
    {
        var wrong = Text().Replace("\"slices\": 3", "\"slice\": true", StringComparison.Ordinal).Replace("\"widths\": [", "\"widths\": [\"x\",", StringComparison.Ordinal);
        Told.Of(() => Read(wrong), "input.slice: expected no such field", "input.slices: expected an integer, found nothing", "network.widths[0]: expected an integer");
    }

    [Fact]
    public void All_ranges_are_told_together()
    {
        var wrong = Text().Replace("\"slices\": 3", "\"slices\": 2", StringComparison.Ordinal).Replace("\"groups\": 8", "\"groups\": 5000", StringComparison.Ordinal);
        Told.Of(() => Read(wrong), "input.slices", "network.groups");
    }

    [Fact]
    public void Foreground_and_lists_are_checked()
    {
        foreach (ImmutableArray<int> foreground in new ImmutableArray<int>[] { [], [0], [3], [2, 1], [1, 1], default })
        {
            Assert.Throws<ArgumentException>(() => Write(Tasks.Full with { Foreground = foreground }));
        }

        Assert.Throws<ArgumentException>(() => Write(Tasks.Full with { Classes = [] }));
        Assert.Throws<ArgumentException>(() => Write(Tasks.Full with { Accepts = Tasks.Full.Accepts with { Modalities = [] } }));
        Assert.Throws<ArgumentException>(() => Write(Tasks.Full with { Network = Tasks.Full.Network with { Widths = [8] } }));
        Assert.False(File.Exists(_folder["task.json"]));
    }

    [Fact]
    public void Broken_bits_and_cuts_are_read_or_refused()
    {
        var good = Encoding.UTF8.GetBytes(Text());
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var bytes = good.ToArray();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            var cut = random.Next(3) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
            try
            {
                ModelTaskJson.Read(_folder.File("task.json", cut));
            }
            catch (InvalidInputException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        }
    }

    private ModelTask Read(string text) => ModelTaskJson.Read(_folder.File("task.json", Encoding.UTF8.GetBytes(text)));

    private void Write(ModelTask task) => ModelTaskJson.Write(_folder["task.json"], task, overwrite: false);

    private string Text()
    {
        ModelTaskJson.Write(_folder["good.json"], Tasks.Full, overwrite: true);
        return File.ReadAllText(_folder["good.json"]);
    }
}
