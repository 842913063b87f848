using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>Seeds as a list, or as a text of ranges such as 1201-1210,1301; written as a list.</summary>
internal sealed class SeedListConverter : JsonConverter<ImmutableArray<int>>
{
    /// <summary>A range is short to write and long to run.</summary>
    public const int Most = 10_000;

    private const string Rule = "a list of whole numbers of 0 or more, or a text such as 1201-1210";

    public override ImmutableArray<int> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => Ranges(reader.GetString()!),
        JsonTokenType.StartArray => List(ref reader),
        _ => throw new JsonException(Rule),
    };

    public override void Write(Utf8JsonWriter writer, ImmutableArray<int> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var seed in value)
        {
            writer.WriteNumberValue(seed);
        }

        writer.WriteEndArray();
    }

    private static ImmutableArray<int> List(ref Utf8JsonReader reader)
    {
        var seeds = ImmutableArray.CreateBuilder<int>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt32(out var seed) || seed < 0)
            {
                throw new JsonException(Rule);
            }

            seeds.Add(seed);
        }

        return Bounded(seeds);
    }

    private static ImmutableArray<int> Ranges(string text)
    {
        var seeds = ImmutableArray.CreateBuilder<int>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || Number(ends[0]) is not { } first || Number(ends[^1]) is not { } last || last < first)
            {
                throw new JsonException(Rule);
            }

            for (long seed = first; seed <= last && seeds.Count <= Most; seed++)
            {
                seeds.Add((int)seed);
            }
        }

        return Bounded(seeds);
    }

    private static ImmutableArray<int> Bounded(ImmutableArray<int>.Builder seeds) => seeds.Count <= Most
        ? seeds.ToImmutable()
        : throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"at most {Most} seeds"));

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
