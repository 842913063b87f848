using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.Segmentation.Train.Data;
using DiagCodec.Segmentation.Train.Sampling;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>What is trained on what.</summary>
/// <param name="Name">Of the run, for progress.</param>
/// <param name="Shape">Of the codec; its channels are 1, or as many as the task's network has inputs.</param>
/// <param name="Options">How.</param>
/// <param name="Training">At least one case.</param>
/// <param name="Validation">May be empty.</param>
/// <param name="Data">Tells data, first weights and task network apart from any other.</param>
public sealed record MvmicPlan(
    string Name,
    CodecShape Shape,
    MvmicOptions Options,
    ImmutableArray<TrainingCase> Training,
    ImmutableArray<TrainingCase> Validation,
    string Data)
{
    /// <summary>SHA-256 of all that decides stage 1; a run folder of another hash is not continued.</summary>
    public string CodecHash() => Hash(Options with { TuningEpochs = 0, TuningRate = 1, TuningAugmentation = AugmentationOptions.None });

    /// <summary>SHA-256 of all that decides stage 2: what decides stage 1 is a part of it.</summary>
    public string TaskHash() => Hash(Options);

    private string Hash(MvmicOptions options) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { Shape, Options = options, Data }))));
}
