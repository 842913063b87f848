using System.Buffers.Binary;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Weights;
using static TorchSharp.torch;

namespace DiagCodec.Allocation.Tests.Policies.Files;

public sealed class DamagedPolicyTests : IDisposable
{
    private readonly PolicyStore _store = new();

    public void Dispose() => _store.Dispose();

    [Fact]
    public void A_damaged_document_is_refused_or_is_a_document()
    {
        var path = _store["policy.json"];
        PolicyJson.Write(path, SamplePolicy.Document with { Adapters = AgentParts.Adapters }, overwrite: false);
        var good = File.ReadAllBytes(path);
        foreach (var bad in Damaged(good, 0, good.Length, 400))
        {
            File.WriteAllBytes(path, bad);
            if (ReadOrRefuse(() => PolicyJson.Read(path)) is { } read)
            {
                Assert.Empty(PolicyDocumentCheck.Find(read));
                Assert.Equal(SamplePolicy.Document.Actions.FramePairs.Length, read.Actions.FramePairs.Length);
            }
        }
    }

    [Fact]
    public void Damaged_weights_are_refused_whichever_byte_it_is()
    {
        var folder = _store.Add(SamplePolicy.Document);
        var weights = Path.Combine(folder.Path, PolicyFolder.WeightsFile);
        var good = File.ReadAllBytes(weights);
        foreach (var bad in Damaged(good, 0, good.Length, 40).Concat(Damaged(good, 0, HeaderEnd(good), 60)))
        {
            File.WriteAllBytes(weights, bad);
            PolicyStore.Told(() => folder.Load(CPU, default), weights);
        }
    }

    /// <summary>Whoever forges weights can forge their SHA-256 too.</summary>
    [Fact]
    public void A_damaged_header_under_the_right_digest_is_refused_or_is_that_of_the_network()
    {
        var folder = _store.Add(SamplePolicy.Document with { Tradeoffs = [1] });
        var weights = Path.Combine(folder.Path, PolicyFolder.WeightsFile);
        var good = File.ReadAllBytes(weights);
        foreach (var bad in Damaged(good, 0, HeaderEnd(good), 150))
        {
            File.WriteAllBytes(weights, bad);
            using var loaded = ReadOrRefuse(() => Vouched(folder, weights).Load(CPU, default));
            if (loaded is not null)
            {
                Assert.Equal(PolicyTensors.Of(folder.Document).Select(t => t.Name).Order(StringComparer.Ordinal), SamplePolicy.Values(loaded.Network).Keys);
            }
        }
    }

    private static PolicyFolder Vouched(PolicyFolder folder, string weights)
    {
        using var file = SafetensorsReader.Open(weights);
        var document = folder.Document with { Weights = folder.Document.Weights with { Sha256 = file.Sha256(default) } };
        PolicyJson.Write(Path.Combine(folder.Path, PolicyFolder.DocumentFile), document, overwrite: true);
        return PolicyFolder.Open(folder.Path);
    }

    private static int HeaderEnd(byte[] weights) => sizeof(ulong) + (int)BinaryPrimitives.ReadUInt64LittleEndian(weights);

    /// <summary>Flipped bits, changed bytes and cuts within a range, the same ones in every run.</summary>
    private static IEnumerable<byte[]> Damaged(byte[] good, int from, int to, int count)
    {
        for (var seed = 0; seed < count; seed++)
        {
            var random = new Random(seed);
            var bytes = good.ToArray();
            var place = random.Next(from, to);
            bytes[place] = seed % 2 == 0 ? (byte)(bytes[place] ^ (1 << random.Next(8))) : (byte)(bytes[place] + 1 + random.Next(255));
            yield return seed % 4 == 3 ? bytes[..place] : bytes;
        }
    }

    /// <summary>Null where it was refused. Any other exception is the reader's fault.</summary>
    private static T? ReadOrRefuse<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InvalidInputException e)
        {
            Assert.DoesNotContain('\n', e.Message);
            return null;
        }
    }
}
