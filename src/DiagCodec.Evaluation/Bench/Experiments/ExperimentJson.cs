using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DiagCodec.Networks.Models;

namespace DiagCodec.Evaluation.Bench.Experiments;

/// <summary>
/// How experiments and published tables stand in JSON. By reflection: generated code would take an init property that the file leaves
/// out for its type's default, not for the record's.
/// </summary>
internal static class ExperimentJson
{
    public static JsonTypeInfo<Experiment> Experiment { get; } = (JsonTypeInfo<Experiment>)Options().GetTypeInfo(typeof(Experiment));

    public static JsonTypeInfo<PublishedTableList> Tables { get; } = (JsonTypeInfo<PublishedTableList>)Options().GetTypeInfo(typeof(PublishedTableList));

    private static JsonSerializerOptions Options() => new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        Converters = { new WordConverter<WeightsVariant>() },
    };
}
