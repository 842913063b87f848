using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DiagCodec.Networks.Faults;

namespace DiagCodec.Networks.Files;

/// <summary>
/// Holds a document against the records that it becomes: unknown and missing fields, values of another kind. The serialiser stops at
/// the first of these and speaks of classes; a person who wrote the file wants them all, by field.
/// </summary>
internal sealed class JsonShape
{
    private readonly FieldFaults _faults = new();

    public static List<string> Find(JsonElement document, JsonTypeInfo type)
    {
        var shape = new JsonShape();
        shape.Value("", document, type, isNullable: false);
        return shape._faults.Found;
    }

    private void Value(string place, JsonElement value, JsonTypeInfo type, bool isNullable)
    {
        if (_faults.Found.Count == FieldFaults.Most)
        {
            return;
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            _faults.Expect(isNullable || Nullable.GetUnderlyingType(type.Type) is not null, place, Word(type), null);
            return;
        }

        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object when value.ValueKind == JsonValueKind.Object:
                Fields(place, value, type);
                break;
            case JsonTypeInfoKind.Dictionary when value.ValueKind == JsonValueKind.Object:
                foreach (var field in value.EnumerateObject())
                {
                    Value(Join(place, field.Name), field.Value, Element(type), isNullable: false);
                }

                break;
            case JsonTypeInfoKind.Enumerable when value.ValueKind == JsonValueKind.Array:
                foreach (var (index, item) in value.EnumerateArray().Index())
                {
                    Value($"{place}[{index}]", item, Element(type), isNullable: false);
                }

                break;
            default:
                _faults.Expect(type.Kind == JsonTypeInfoKind.None && IsRead(value, type), place, Word(type), value.GetRawText());
                break;
        }
    }

    private void Fields(string place, JsonElement value, JsonTypeInfo type)
    {
        var known = type.Properties.Where(p => p.AssociatedParameter is not null || p.Set is not null).ToDictionary(p => p.Name, StringComparer.Ordinal);
        foreach (var field in value.EnumerateObject())
        {
            if (known.Remove(field.Name, out var property))
            {
                Field(Join(place, field.Name), field.Value, type.Options, property);
            }
            else
            {
                _faults.Add(Join(place, field.Name), "no such field", "one");
            }
        }

        foreach (var missing in type.Properties.Where(p => known.ContainsKey(p.Name) && IsNeeded(p)))
        {
            _faults.Add(Join(place, missing.Name), Word(type.Options.GetTypeInfo(missing.PropertyType)), "nothing");
        }
    }

    /// <summary>
    /// Reflection sets init properties after the constructor, so that they keep their defaults; generated code hands them all over with it,
    /// which leaves null for those that are missing: no harm to those that may be null.
    /// </summary>
    private static bool IsNeeded(JsonPropertyInfo property) =>
        property.IsRequired || (property.AssociatedParameter is { } parameter && !(parameter.IsMemberInitializer && IsNullable(property)));

    private static bool IsNullable(JsonPropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null || (property.AssociatedParameter?.IsNullable ?? property.IsSetNullable);

    private void Field(string place, JsonElement value, JsonSerializerOptions options, JsonPropertyInfo property)
    {
        if (property.CustomConverter is null || value.ValueKind == JsonValueKind.Null)
        {
            Value(place, value, options.GetTypeInfo(property.PropertyType), IsNullable(property));
            return;
        }

        var converting = new JsonSerializerOptions(options);
        converting.Converters.Insert(0, property.CustomConverter);
        try
        {
            _ = value.Deserialize(converting.GetTypeInfo(property.PropertyType));
        }
        catch (JsonException e)
        {
            // Only the converter knows what it takes, and its exception says it.
            _faults.Add(place, e.Message, value.GetRawText());
        }
    }

    private static bool IsRead(JsonElement value, JsonTypeInfo type)
    {
        // The serialiser takes words in any case, and lists of them.
        if (Plain(type).IsEnum)
        {
            return value.ValueKind == JsonValueKind.String && Words(type).Contains(value.GetString(), StringComparer.Ordinal);
        }

        try
        {
            _ = value.Deserialize(type);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static JsonTypeInfo Element(JsonTypeInfo type) => type.Options.GetTypeInfo(type.ElementType!);

    private static string Join(string place, string name) => place.Length == 0 ? OneLine.Of(name) : $"{place}.{OneLine.Of(name)}";

    private static Type Plain(JsonTypeInfo type) => Nullable.GetUnderlyingType(type.Type) ?? type.Type;

    private static IEnumerable<string> Words(JsonTypeInfo type) => Enum.GetNames(Plain(type)).Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static string Word(JsonTypeInfo type)
    {
        var plain = Plain(type);
        return type.Kind switch
        {
            JsonTypeInfoKind.Enumerable => "a list",
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => "an object",
            _ when plain.IsEnum => string.Join(" or ", Words(type)),
            _ when plain == typeof(string) => "a text",
            _ when plain == typeof(bool) => "true or false",
            _ when plain == typeof(double) => "a number",
            _ => "an integer",
        };
    }
}
