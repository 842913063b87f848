using System.Collections.Immutable;

namespace DiagCodec.Coding.Archive;

/// <summary>A stream of a learned codec, in place of the video. docs/learned-codecs.md says what is proved by what.</summary>
/// <param name="Codec">The codec's word, for example mbt2018-mean.</param>
/// <param name="Model">Name of the model that coded.</param>
/// <param name="Quality">Which of the model's, from 1.</param>
/// <param name="WeightsSha256">Of its weights file: no other decodes the stream.</param>
/// <param name="LatentsSha256">Over the latents of all slices: the same on every machine.</param>
/// <param name="Sketch">
/// Of the decoded samples: sums with pseudorandom signs, from which a decoder on another machine tells by how much its samples differ.
/// </param>
public sealed record LearnedSection(
    string Codec, string Model, int Quality, string WeightsSha256, string LatentsSha256, ImmutableArray<long> Sketch);
