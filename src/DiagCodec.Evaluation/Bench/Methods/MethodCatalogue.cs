using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Methods.External;
using DiagCodec.Evaluation.Bench.Methods.Hevc;
using DiagCodec.Evaluation.Bench.Methods.Learned;
using DiagCodec.Evaluation.Bench.Methods.Orchestrated;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Evaluation.Bench.Methods;

/// <summary>All codecs that experiments can name.</summary>
public static class MethodCatalogue
{
    public static ImmutableArray<CodecEntry> Entries { get; } = [.. HevcCodecs.All, .. ExternalCodecs.All, LearnedCodec.Entry, OrchestratedCodec.Entry];

    /// <returns>Null where no codec has this word.</returns>
    public static CodecEntry? Find(string word) => Entries.FirstOrDefault(e => e.Word == word);

    /// <param name="setting">Of an experiment that was checked.</param>
    /// <param name="policy">That the setting names; null where it names none.</param>
    /// <exception cref="UsageException">There is no such codec, a value is out of range, or the policy has no such trade-off.</exception>
    public static IBenchMethod Create(MethodSetting setting, PolicyFolder? policy) => Find(setting.Codec) is { } codec
        ? policy is null ? codec.Create(setting) : codec.CreateWithPolicy!(setting, policy)
        : throw new UsageException($"codec {OneLine.Of(setting.Codec)}: expected one of {string.Join(", ", Entries.Select(e => e.Word))}");
}
