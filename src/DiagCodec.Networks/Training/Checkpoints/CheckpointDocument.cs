using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Faults;
using DiagCodec.Networks.Files;

namespace DiagCodec.Networks.Training.Checkpoints;

/// <summary>state.json: the state, and the SHA-256 of every other file, by which a whole checkpoint is told from a damaged one.</summary>
internal sealed record CheckpointDocument(int Schema, CheckpointState State, ImmutableSortedDictionary<string, string> Files)
{
    public const int CurrentSchema = 1;
    private const long LongestFile = 16 << 20;
    private const int DigestDigits = 64;

    /// <exception cref="InvalidInputException">The file is no such document, or values are out of range.</exception>
    public static CheckpointDocument Read(string path)
    {
        var document = StrictJson.Read(path, CheckpointContext.Default.CheckpointDocument, CurrentSchema, LongestFile);
        StrictJson.Refuse(path, Faults(document));
        return document;
    }

    public void Write(string path)
    {
        var faults = Faults(this);
        if (faults.Count > 0)
        {
            throw new ArgumentException(OneLine.List(faults), nameof(path));
        }

        StrictJson.Write(path, this, CheckpointContext.Default.CheckpointDocument, overwrite: false);
    }

    private static List<string> Faults(CheckpointDocument document)
    {
        var (faults, state) = (new FieldFaults(), document.State);
        faults.Expect(state.Epoch >= 1, "state.epoch", "1 or more", state.Epoch);
        faults.Expect(state.Step >= 0, "state.step", "0 or more", state.Step);
        faults.Expect(double.IsFinite(state.Seconds) && state.Seconds >= 0, "state.seconds", "0 or more", state.Seconds);
        faults.Expect(state.BestScore is null || double.IsFinite(state.BestScore.Value), "state.bestScore", "a finite number or null", state.BestScore);
        var hasEpoch = state.BestEpoch is { } best ? best >= 1 && best <= state.Epoch && state.BestScore is not null : state.BestScore is null;
        faults.Expect(hasEpoch, "state.bestEpoch", $"1 to {state.Epoch}, or null where there is no score", state.BestEpoch);
        faults.Expect(IsDigest(state.OptionsHash), "state.optionsHash", "64 lower-case hexadecimal digits", state.OptionsHash);
        faults.Expect(state.RandomStates.Values.All(v => v is not null), "state.randomStates", "texts", "null");
        foreach (var name in CheckpointFolder.TensorFiles)
        {
            faults.Expect(document.Files.TryGetValue(name, out var digest) && IsDigest(digest), $"files.{name}", "64 lower-case hexadecimal digits", digest);
        }

        faults.Expect(document.Files.Count == CheckpointFolder.TensorFiles.Length, "files", $"{CheckpointFolder.TensorFiles.Length} files", document.Files.Count);
        return faults.Found;
    }

    private static bool IsDigest(string text) => text is { Length: DigestDigits } && text.All(char.IsAsciiHexDigitLower);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true)]
[JsonSerializable(typeof(CheckpointDocument))]
internal sealed partial class CheckpointContext : JsonSerializerContext;
