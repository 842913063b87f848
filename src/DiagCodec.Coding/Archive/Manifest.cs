using System.Collections.Immutable;
using DiagCodec.Coding.Prepare;

namespace DiagCodec.Coding.Archive;

/// <summary>manifest.json: what an archive holds and how it was made. docs/archive.md describes every field.</summary>
public sealed record Manifest
{
    public const int CurrentSchema = 1;

    public required int Schema { get; init; }

    /// <summary>Name and version of the program that wrote the archive.</summary>
    public required string Tool { get; init; }

    /// <summary>The command as typed, without the paths: they may name the patient.</summary>
    public required string Command { get; init; }

    public required SourceSection Source { get; init; }

    public required VideoSection Video { get; init; }

    public required SampleMapping Mapping { get; init; }

    public required AllocationSection Allocation { get; init; }

    /// <summary>Entry name to what it must hold, the manifest itself left out.</summary>
    public required ImmutableSortedDictionary<string, EntrySection> Entries { get; init; }
}
