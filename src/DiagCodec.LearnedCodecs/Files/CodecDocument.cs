using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Models;

namespace DiagCodec.LearnedCodecs.Files;

/// <summary>The contents of codec.json: the network that all qualities of a model have, and the qualities.</summary>
/// <param name="Schema">Version of the document; <see cref="CurrentSchema"/>.</param>
/// <param name="Name">Of the model and its folder: lower-case letters, digits and inner hyphens, at most 64.</param>
/// <param name="Description">A sentence for people.</param>
/// <param name="Network">Codec and sizes.</param>
/// <param name="Qualities">At least one, by rising lambda: quality 1 takes the fewest bits.</param>
/// <param name="Licence">The licence of the weights, and what it asks of users.</param>
public sealed record CodecDocument(
    int Schema, string Name, string Description, CodecShape Network, ImmutableArray<CodecQuality> Qualities, string Licence)
{
    public const int CurrentSchema = 1;
}
