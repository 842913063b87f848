using System.Collections.Immutable;
using DiagCodec.Allocation.Policies;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Allocation.Policies.States;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Weights;
using static TorchSharp.torch;

namespace DiagCodec.Allocation.Tests.Policies.Files;

public sealed class PolicyFolderTests : IDisposable
{
    private readonly PolicyStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_policy_that_was_written_decides_the_same_when_it_is_loaded()
    {
        var document = SamplePolicy.Document with { Adapters = AgentParts.Adapters };
        using var saved = SamplePolicy.Model(document, seed: 3);
        var written = PolicyFolder.Write(_store["organs"], document, saved.Network, PolicyStore.Card, overwrite: false, default);
        using var loaded = PolicyFolder.Open(_store["organs"]).Load(CPU, default);
        Assert.Equal(written.Weights, loaded.Document.Weights);
        Assert.Equal(SamplePolicy.Values(saved.Network), SamplePolicy.Values(loaded.Network));
        var states = AgentStates.Of(SampleClip.Noise(90, 70, 12, 2), SampleClip.Mask(90, 70, 12, (x, _, z) => x < z), document.Window);
        var (before, after) = (new PolicyAllocator(saved, 1).Decide(states), new PolicyAllocator(loaded, 1).Decide(states));
        Assert.Equal(before.Gops.AsEnumerable(), after.Gops);
        Assert.Equal(before.Frames.AsEnumerable(), after.Frames);
    }

    [Fact]
    public void Equal_documents_and_networks_give_equal_bytes()
    {
        foreach (var folder in (string[])["one", "two"])
        {
            using var network = SamplePolicy.Network(SamplePolicy.Document, seed: 7);
            PolicyFolder.Write(_store[folder], SamplePolicy.Document, network, PolicyStore.Card, overwrite: false, default);
        }

        string[] files = [PolicyFolder.CardFile, PolicyFolder.DocumentFile, PolicyFolder.WeightsFile];
        Assert.Equal(files, Directory.EnumerateFileSystemEntries(_store["one"]).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.All(files, f => Assert.Equal(File.ReadAllBytes(Path.Combine(_store["one"], f)), File.ReadAllBytes(Path.Combine(_store["two"], f))));
        Assert.Equal(PolicyStore.Card, File.ReadAllText(Path.Combine(_store["one"], PolicyFolder.CardFile)));
    }

    [Fact]
    public void Weights_are_single_precision_under_the_names_of_the_network()
    {
        var folder = _store.Add(SamplePolicy.Document);
        using var file = SafetensorsReader.Open(Path.Combine(folder.Path, PolicyFolder.WeightsFile));
        Assert.All(file.Tensors, t => Assert.Equal(ElementType.Float32, t.Type));
        Assert.NotNull(file.Find("frame.trunk.0.weight"));
        Assert.NotNull(file.Find("ctu.heads.2.actor.bias"));
        Assert.Equal(folder.Document.Weights.Sha256, file.Sha256(default));
    }

    [Fact]
    public void Missing_and_other_weights_are_refused()
    {
        var folder = _store.Add(SamplePolicy.Document);
        var weights = Path.Combine(folder.Path, PolicyFolder.WeightsFile);
        var other = _store.Add(SamplePolicy.Document with { Name = "other" }, seed: 2);
        File.Copy(Path.Combine(other.Path, PolicyFolder.WeightsFile), weights, overwrite: true);
        PolicyStore.Told(() => folder.Load(CPU, default), weights, "expected the SHA-256", folder.Document.Weights.Sha256, other.Document.Weights.Sha256);
        File.WriteAllText(weights, "short");
        PolicyStore.Told(() => folder.Load(CPU, default), weights, "at least 8 bytes");
        File.Delete(weights);
        PolicyStore.Told(() => folder.Load(CPU, default), weights, "not there");
        File.Delete(Path.Combine(folder.Path, PolicyFolder.DocumentFile));
        PolicyStore.Told(() => PolicyFolder.Open(folder.Path), PolicyFolder.DocumentFile, "not there");
    }

    [Fact]
    public void Weights_of_other_actions_trade_offs_or_adapters_are_refused()
    {
        var folder = _store.Add(SamplePolicy.Document);
        PolicyDocument[] others =
        [
            folder.Document with { Tradeoffs = [0, 1] },
            folder.Document with { Tradeoffs = [0, 1, 2, 3] },
            folder.Document with { Adapters = AgentParts.ActorAdapter },
            folder.Document with { Actions = folder.Document.Actions with { BackgroundOffsets = [0, 1] } },
            folder.Document with { Actions = folder.Document.Actions with { FramePairs = [new FrameQpPair(30, 34)] } },
        ];
        Assert.All(others, other => PolicyStore.Told(() => Reopened(folder, other).Load(CPU, default), PolicyFolder.WeightsFile, "does not fit the network"));
    }

    /// <summary>Adapters of 2,704 actions for 64 trade-offs would take 2 GB, and minutes to fill.</summary>
    [Fact]
    public void A_document_that_asks_for_gigabytes_is_refused_before_they_are_taken()
    {
        var folder = _store.Add(SamplePolicy.Document);
        var huge = folder.Document with
        {
            Actions = folder.Document.Actions with { ForegroundOffsets = [.. Enumerable.Range(0, 52).Select(i => -i)], BackgroundOffsets = [.. Enumerable.Range(0, 52)] },
            Tradeoffs = [.. Enumerable.Range(0, 64).Select(i => (double)i)],
            Adapters = AgentParts.Adapters,
        };
        PolicyStore.Told(() => Reopened(folder, huge).Load(CPU, default), "does not fit the network");
    }

    [Fact]
    public void Half_precision_is_refused()
    {
        var folder = _store.Add(SamplePolicy.Document);
        using var network = SamplePolicy.Network(SamplePolicy.Document);
        Replace(folder, ModuleState.Tensors(network, "", ElementType.Float16));
        PolicyStore.Told(() => PolicyFolder.Open(folder.Path).Load(CPU, default), "expected F32", "found F16");
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Weights_that_are_no_numbers_are_neither_read_nor_written(float value)
    {
        var folder = _store.Add(SamplePolicy.Document);
        using var network = SamplePolicy.Network(SamplePolicy.Document);
        var bias = SamplePolicy.Values(network)["ctu.fc.bias"];
        bias[9] = value;
        SamplePolicy.Set(network, "ctu.fc.bias", bias);
        Replace(folder, ModuleState.Tensors(network, "", ElementType.Float32));
        PolicyStore.Told(() => PolicyFolder.Open(folder.Path).Load(CPU, default), "'ctu.fc.bias' holds", "at element 9");
        Assert.Contains("ctu.fc.bias", Assert.Throws<ArgumentException>(() => Write("broken", SamplePolicy.Document, network)).Message, StringComparison.Ordinal);
        Assert.Equal([folder.Path], Directory.EnumerateFileSystemEntries(_store.Root));
    }

    [Fact]
    public void Another_network_than_the_documents_is_not_written()
    {
        using var network = SamplePolicy.Network(SamplePolicy.Document);
        Assert.Throws<ArgumentException>(() => Write("organs", SamplePolicy.Document with { Tradeoffs = [1] }, network));
        Assert.Throws<ArgumentException>(() => Write("organs", SamplePolicy.Document with { Block = 7 }, network));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_store.Root));
    }

    [Fact]
    public void A_policy_is_replaced_only_when_asked_and_whole()
    {
        var old = _store.Add(SamplePolicy.Document);
        File.WriteAllText(Path.Combine(old.Path, "notes.txt"), "of the old one");
        using var network = SamplePolicy.Network(SamplePolicy.Document, seed: 2);
        Assert.Throws<OutputException>(() => PolicyFolder.Write(old.Path, SamplePolicy.Document, network, "", overwrite: false, default));
        Assert.Equal(old.Document.Weights, PolicyFolder.Open(old.Path).Document.Weights);
        var written = PolicyFolder.Write(old.Path, SamplePolicy.Document, network, "", overwrite: true, default);
        Assert.NotEqual(old.Document.Weights, written.Weights);
        Assert.Equal(3, Directory.EnumerateFileSystemEntries(old.Path).Count());
        Assert.Equal([old.Path], Directory.EnumerateFileSystemEntries(_store.Root));
    }

    [Fact]
    public void A_folder_of_other_things_is_never_replaced()
    {
        Directory.CreateDirectory(_store["thesis"]);
        File.WriteAllText(Path.Combine(_store["thesis"], "chapter-1.txt"), "years of work");
        using var network = SamplePolicy.Network(SamplePolicy.Document);
        var fault = Assert.Throws<OutputException>(() => PolicyFolder.Write(_store["thesis"], SamplePolicy.Document, network, "", overwrite: true, default));
        Assert.Contains("without policy.json", fault.Message, StringComparison.Ordinal);
        Assert.Equal("years of work", File.ReadAllText(Path.Combine(_store["thesis"], "chapter-1.txt")));
    }

    [Fact]
    public void A_cancelled_write_leaves_nothing_behind()
    {
        using var network = SamplePolicy.Network(SamplePolicy.Document);
        Assert.ThrowsAny<OperationCanceledException>(
            () => PolicyFolder.Write(_store["organs"], SamplePolicy.Document, network, "", overwrite: false, new CancellationToken(canceled: true)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_store.Root));
    }

    private static PolicyFolder Reopened(PolicyFolder folder, PolicyDocument document)
    {
        PolicyJson.Write(Path.Combine(folder.Path, PolicyFolder.DocumentFile), document, overwrite: true);
        return PolicyFolder.Open(folder.Path);
    }

    private static void Replace(PolicyFolder folder, ImmutableArray<NewTensor> tensors)
    {
        var weights = Path.Combine(folder.Path, PolicyFolder.WeightsFile);
        SafetensorsWriter.Write(weights, tensors, ImmutableSortedDictionary<string, string>.Empty, overwrite: true, default);
        using var file = SafetensorsReader.Open(weights);
        Reopened(folder, folder.Document with { Weights = folder.Document.Weights with { Sha256 = file.Sha256(default) } });
    }

    private void Write(string name, PolicyDocument document, PolicyNetwork network) =>
        PolicyFolder.Write(_store[name], document, network, PolicyStore.Card, overwrite: false, default);
}
