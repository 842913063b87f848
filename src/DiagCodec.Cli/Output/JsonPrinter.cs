using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DiagCodec.Cli.Output;

/// <summary>One JSON document on standard output.</summary>
internal static class JsonPrinter
{
    public static void Print<T>(T value, JsonTypeInfo<T> type, CliConsole console) => console.Out.WriteLine(JsonSerializer.Serialize(value, type));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    WriteIndented = true)]
[JsonSerializable(typeof(EncodeSummary))]
[JsonSerializable(typeof(PolicyTrainingSummary))]
[JsonSerializable(typeof(EncodePlanSummary))]
[JsonSerializable(typeof(DecodeSummary))]
[JsonSerializable(typeof(InfoSummary))]
[JsonSerializable(typeof(VerifySummary))]
[JsonSerializable(typeof(DoctorSummary))]
[JsonSerializable(typeof(PhantomSummary))]
[JsonSerializable(typeof(VideosSummary))]
[JsonSerializable(typeof(TrainingSummary))]
[JsonSerializable(typeof(OrchestratedTrainingSummary))]
[JsonSerializable(typeof(OrchestratedSummary))]
[JsonSerializable(typeof(MvmicTrainingSummary))]
[JsonSerializable(typeof(DetectorTrainingSummary))]
[JsonSerializable(typeof(CodecTrainingSummary))]
[JsonSerializable(typeof(SegmentSummary))]
[JsonSerializable(typeof(BenchSummary))]
[JsonSerializable(typeof(BenchPlanSummary))]
internal sealed partial class JsonPrinterContext : JsonSerializerContext;
