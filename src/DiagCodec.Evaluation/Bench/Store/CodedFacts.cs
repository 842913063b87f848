using System.Collections.Immutable;

namespace DiagCodec.Evaluation.Bench.Store;

/// <summary>What is kept of a coded case beside its stream.</summary>
/// <param name="Bytes">All that decoding needs.</param>
/// <param name="BitDepth">Of the code values.</param>
/// <param name="Commands">That coded.</param>
/// <param name="ReconstructionSha256">Over all frames as the encoder promised them; null where it did not.</param>
/// <param name="QpsSha256">Of the QP map's text; null where no QPs were chosen.</param>
/// <param name="Files">That the method left.</param>
/// <param name="StreamSha256">Over their names and bytes.</param>
/// <param name="Allocate">Seconds.</param>
/// <param name="Encode">Seconds, without Allocate.</param>
internal sealed record CodedFacts(
    long Bytes,
    int BitDepth,
    ImmutableArray<string> Commands,
    string? ReconstructionSha256,
    string? QpsSha256,
    ImmutableArray<StreamFile> Files,
    string StreamSha256,
    double Allocate,
    double Encode);
