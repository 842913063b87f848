using System.Text.Json;
using System.Text.Json.Serialization;
using DiagCodec.Allocation.Policies.Networks;

namespace DiagCodec.Allocation.Policies.Files;

/// <summary>The adapters of a policy as a list of words, in the order of their numbers: featureAdapter, actorAdapter, criticAdapter.</summary>
internal sealed class AdapterWords : JsonConverter<AgentParts>
{
    private static readonly AgentParts[] All = [AgentParts.FeatureAdapter, AgentParts.ActorAdapter, AgentParts.CriticAdapter];

    private static readonly string Expected = $"expected a list of {string.Join(", ", All.Select(Word))}, each at most once and in this order";

    public override AgentParts Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException(Expected);
        }

        var parts = AgentParts.None;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var part = reader.TokenType == JsonTokenType.String ? Named(reader.GetString()!) : AgentParts.None;
            parts = part > parts ? parts | part : throw new JsonException(Expected);
        }

        return parts;
    }

    public override void Write(Utf8JsonWriter writer, AgentParts value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var part in All.Where(p => value.HasFlag(p)))
        {
            writer.WriteStringValue(Word(part));
        }

        writer.WriteEndArray();
    }

    private static AgentParts Named(string word) => Array.Find(All, p => Word(p) == word);

    private static string Word(AgentParts part) => JsonNamingPolicy.CamelCase.ConvertName($"{part}");
}
