using System.Text.Json.Serialization;
using DiagCodec.Evaluation.Bench.Results;

namespace DiagCodec.Evaluation.Bench.Store;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(CaseFacts))]
[JsonSerializable(typeof(CodedFacts))]
[JsonSerializable(typeof(PlanFacts))]
[JsonSerializable(typeof(TrialFacts))]
[JsonSerializable(typeof(DecodedFacts))]
[JsonSerializable(typeof(QpFacts))]
[JsonSerializable(typeof(ScoreFacts))]
[JsonSerializable(typeof(FailedFacts))]
[JsonSerializable(typeof(PictureIndex))]
[JsonSerializable(typeof(BenchPicture))]
internal sealed partial class CacheContext : JsonSerializerContext;
