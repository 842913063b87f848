using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.LearnedCodecs.Mvmic;

/// <summary>What is trained on what.</summary>
/// <param name="Name">Of the run, for progress.</param>
/// <param name="Shape">Of the codec; its channels are 1, or as many as the task's network has inputs.</param>
/// <param name="Options">How.</param>
/// <param name="Classes">Names of the task's foreground classes.</param>
/// <param name="Training">At least one case.</param>
/// <param name="Validation">May be empty.</param>
/// <param name="Data">Tells data and task network apart from any other.</param>
public sealed record MvmicPlan(
    string Name,
    CodecShape Shape,
    MvmicOptions Options,
    ImmutableArray<string> Classes,
    ImmutableArray<TrainingCase> Training,
    ImmutableArray<TrainingCase> Validation,
    string Data)
{
    /// <summary>SHA-256 of all that decides the result; a run folder of another hash is not continued.</summary>
    public string Hash() => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { Shape, Options, Classes = string.Join('|', Classes), Data }))));
}
