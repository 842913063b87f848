using System.Collections.Immutable;

namespace DiagCodec.Cli.Output;

/// <summary>What <c>videos --json</c> prints.</summary>
internal sealed record VideosSummary(string Output, ImmutableArray<MadeVideo> Videos);

/// <summary>One made video.</summary>
/// <param name="Images">Folder of the frames.</param>
/// <param name="Annotations">Folder of the masks.</param>
/// <param name="Seed">Makes the same video again.</param>
internal sealed record MadeVideo(string Images, string Annotations, int Seed);
