using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.States;

namespace DiagCodec.Allocation.Tests.Policies.Files;

public sealed class PolicyJsonTests : IDisposable
{
    private static readonly PolicyDocument Sample = SamplePolicy.Document with { Adapters = AgentParts.FeatureAdapter | AgentParts.CriticAdapter };

    private readonly PolicyStore _store = new();

    public static TheoryData<string, PolicyDocument> OutOfRange => new()
    {
        { "schema: expected 1, found 2", Sample with { Schema = 2 } },
        { "name: expected 1 to 64", Sample with { Name = "../escape" } },
        { "name: expected 1 to 64", Sample with { Name = new string('a', 65) } },
        { "description", Sample with { Description = " " } },
        { "task: expected 1 to 64", Sample with { Task = "Organs" } },
        { "window: expected low below high", Sample with { Window = new StateWindow(5, 5) } },
        { "window: expected low below high", Sample with { Window = new StateWindow(0, double.NaN) } },
        { "window.low: expected -1e9 to 1e9", Sample with { Window = new StateWindow(double.NegativeInfinity, 0) } },
        { "window.high: expected -1e9 to 1e9, found 1E+300", Sample with { Window = new StateWindow(0, 1e300) } },
        { "block: expected 64, 32 or 16, found 8", Sample with { Block = 8 } },
        { "margin: expected 0 to 64, found 65", Sample with { Margin = 65 } },
        { "margin: expected 0 to 64, found -1", Sample with { Margin = -1 } },
        { "actions: background offsets: expected 0 to 51", Sample with { Actions = Sample.Actions with { BackgroundOffsets = [-1] } } },
        { "tradeoffs: expected 1 to 64 numbers, found 0", Sample with { Tradeoffs = [] } },
        { "tradeoffs: expected 1 to 64 numbers, found 65", Sample with { Tradeoffs = [.. Enumerable.Range(0, 65).Select(i => (double)i)] } },
        { "tradeoffs[1]: expected more than the one before, found 3", Sample with { Tradeoffs = [3, 3] } },
        { "tradeoffs[1]: expected more than the one before, found 2", Sample with { Tradeoffs = [3, 2] } },
        { "tradeoffs[0]: expected 0 to 100, found -1", Sample with { Tradeoffs = [-1] } },
        { "tradeoffs[1]: expected 0 to 100, found 100.5", Sample with { Tradeoffs = [0, 100.5] } },
        { "tradeoffs[0]: expected 0 to 100, found NaN", Sample with { Tradeoffs = [double.NaN] } },
        { "adapters", Sample with { Adapters = AgentParts.Trunk } },
        { "weights.file", Sample with { Weights = Sample.Weights with { File = "../weights.safetensors" } } },
        { "weights.sha256", Sample with { Weights = Sample.Weights with { Sha256 = new string('A', 64) } } },
        { "licence", Sample with { Licence = "" } },
        { "history: expected 1 to 100 trainings, found 0", Sample with { History = [] } },
        { "history[0].kind: expected pretrain, as it is the first, found finetune", Sample with { History = [SamplePolicy.Tuning] } },
        { "history[0].parent: expected null", Sample with { History = [SamplePolicy.Pretraining with { Parent = new string('a', 64) }] } },
        { "history[0].strategy: expected full, found a2c", Sample with { History = [SamplePolicy.Pretraining with { Strategy = "a2c" }] } },
        { "history[1].kind: expected finetune", Sample with { History = [SamplePolicy.Pretraining, SamplePolicy.Pretraining] } },
        { "history[1].parent: expected 64 lower-case hexadecimal digits, found null", Tuned(s => s with { Parent = null }) },
        { "history[1].strategy: expected none or a2c", Tuned(s => s with { Strategy = "A2C" }) },
        { "history[1].tool", Tuned(s => s with { Tool = "" }) },
        { "history[1].command", Tuned(s => s with { Command = new string('x', 5000) }) },
        { "history[1].task", Tuned(s => s with { Task = "a b" }) },
        { "history[1].parameters: expected 0 or more, found -1", Tuned(s => s with { Parameters = -1 }) },
        { "history[1].cases: expected 1 to 10000 names, found 0", Tuned(s => s with { Cases = [] }) },
        { "history[1].cases[1]: expected a text", Tuned(s => s with { Cases = ["a", ""] }) },
        { "history[1].validation[0]: expected a text", Tuned(s => s with { Validation = [""] }) },
        { "history[1].iterations", Tuned(s => s with { Iterations = -1, Best = 0 }) },
        { "history[1].best: expected 0 to the 1000 iterations, found 1001", Tuned(s => s with { Best = 1001 }) },
        { "history[1].seed: expected 0 or more, found -5", Tuned(s => s with { Seed = -5 }) },
    };

    public void Dispose() => _store.Dispose();

    [Fact]
    public void What_is_written_is_read_again()
    {
        var text = Text(Sample);
        var read = Read(text);
        Assert.Equal(text, Text(read));
        Assert.Equal((Sample.Name, Sample.Window, Sample.Actions, Sample.Adapters, Sample.Weights), (read.Name, read.Window, read.Actions, read.Adapters, read.Weights));
        Assert.Equal(Sample.Tradeoffs.AsEnumerable(), read.Tradeoffs);
        Assert.Equal(Sample.History[1].Cases.AsEnumerable(), read.History[1].Cases);
        Assert.Null(read.History[0].Parent);
    }

    [Fact]
    public void The_words_are_as_documented()
    {
        var text = string.Concat(Text(Sample with { Actions = new ActionSets([new FrameQpPair(30, 34)], [0, -1], [0, 2], -2) }).Where(c => !char.IsWhiteSpace(c)));
        Assert.StartsWith("""{"schema":1,"name":"policy-organs","description":""", text, StringComparison.Ordinal);
        Assert.Contains(
            """
            "task":"organs","window":{"low":-200,"high":800.5},"block":64,"margin":1,"actions":{"framePairs":[{"key":30,"other":34}],"foregroundOffsets":[0,-1],"backgroundOffsets":[0,2],"firstOffset":-2},"tradeoffs":[0,0.5,100],"adapters":["featureAdapter","criticAdapter"],"weights":{"file":"weights.safetensors","sha256":
            """,
            text,
            StringComparison.Ordinal);
        Assert.Contains("\"history\":[{\"kind\":\"pretrain\",\"tool\":\"diagcodec0.1.0\",", text, StringComparison.Ordinal);
        Assert.Contains("\"iterations\":1000,\"best\":640,\"seed\":3,\"parent\":null}", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"schema\":\"1\"}")]
    [InlineData("{\"schema\":1}")]
    public void Anything_else_than_the_document_is_refused(string text) => PolicyStore.Told(() => Read(text), "policy.json");

    [Fact]
    public void Another_schema_is_told_before_its_fields() =>
        PolicyStore.Told(() => Read("""{"schema":2,"unheard":"of"}"""), "schema 2", "reads schema 1");

    [Theory]
    [InlineData("\"block\": 64", "\"block\": 64, \"extra\": 1", "extra: expected no such field")]
    [InlineData("\"block\": 64", "\"block\": 64, \"block\": 64", "block")]
    [InlineData("\"block\": 64,", "", "block: expected an integer, found nothing")]
    [InlineData("\"block\": 64", "\"block\": 64.5", "block: expected an integer, found 64.5")]
    [InlineData("\"key\": 15,", "", "actions.framePairs[0].key: expected an integer, found nothing")]
    [InlineData("\"key\": 15", "\"Key\": 15", "actions.framePairs[0].Key: expected no such field")]
    [InlineData("\"key\": 15", "\"key\": \"15\"", "actions.framePairs[0].key: expected an integer, found \"15\"")]
    [InlineData("\"low\": -200", "\"low\": null", "window.low: expected a number, found null")]
    [InlineData("\"featureAdapter\"", "\"FeatureAdapter\"", "adapters")]
    [InlineData("\"featureAdapter\"", "\"trunk\"", "adapters")]
    [InlineData("\"featureAdapter\"", "16", "adapters")]
    [InlineData("\"featureAdapter\"", "\"criticAdapter\"", "adapters")]
    [InlineData("\"adapters\": [", "\"adapters\": [[],", "adapters")]
    [InlineData("\"firstOffset\": -3", "\"firstOffset\": 1e400", "actions.firstOffset: expected an integer")]
    [InlineData("\"parent\": null", "\"parent\": 5", "history[0].parent: expected a text, found 5")]
    [InlineData("\"clip-2\"", "null", "history[0].cases[1]: expected a text, found null")]
    public void Unknown_doubled_missing_and_mistyped_fields_are_refused(string from, string to, string told)
    {
        var text = Text(Sample);
        Assert.Contains(from, text, StringComparison.Ordinal);
        var place = text.IndexOf(from, StringComparison.Ordinal);
        PolicyStore.Told(() => Read(string.Concat(text.AsSpan(0, place), to, text.AsSpan(place + from.Length))), "policy.json", told);
    }

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void Values_out_of_range_are_told_and_never_written(string told, PolicyDocument document)
    {
        Assert.Contains(told, string.Join("; ", PolicyDocumentCheck.Find(document)), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => PolicyJson.Write(_store["policy.json"], document, overwrite: false));
        Assert.False(File.Exists(_store["policy.json"]));
    }

    [Fact]
    public void A_sample_has_no_fault() => Assert.Empty(PolicyDocumentCheck.Find(Sample));

    [Fact]
    public void A_tuning_of_nothing_needs_no_case() => Assert.Empty(PolicyDocumentCheck.Find(Tuned(s => s with { Strategy = "none", Cases = [] })));

    [Fact]
    public void All_ranges_are_told_together() => PolicyStore.Told(
        () => Read(Text(Sample).Replace("\"block\": 64", "\"block\": 63", StringComparison.Ordinal).Replace("\"margin\": 1", "\"margin\": 99", StringComparison.Ordinal)),
        "policy.json",
        "block: expected 64, 32 or 16, found 63",
        "margin: expected 0 to 64, found 99");

    private static PolicyDocument Tuned(Func<PolicyStep, PolicyStep> change) => Sample with { History = [SamplePolicy.Pretraining, change(SamplePolicy.Tuning)] };

    private PolicyDocument Read(string text)
    {
        File.WriteAllText(_store["policy.json"], text);
        return PolicyJson.Read(_store["policy.json"]);
    }

    private string Text(PolicyDocument document)
    {
        PolicyJson.Write(_store["good.json"], document, overwrite: true);
        return File.ReadAllText(_store["good.json"]);
    }
}
