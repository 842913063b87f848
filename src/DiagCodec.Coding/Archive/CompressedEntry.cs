using System.Collections.Immutable;
using System.Text;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.QpMaps;
using DiagCodec.Imaging.Series;

namespace DiagCodec.Coding.Archive;

/// <summary>An entry of an archive that does not depend on the video, so that it can be compressed while the encoder works.</summary>
/// <param name="Name">Name of the entry.</param>
/// <param name="Bytes">Brotli stream.</param>
/// <param name="Plain">Bytes before compression.</param>
public sealed record CompressedEntry(string Name, byte[] Bytes, long Plain)
{
    /// <param name="headers">The source files without pixels.</param>
    /// <param name="padding">Where padding lies.</param>
    /// <param name="map">Null where it follows from base QP and GOP structure.</param>
    public static ImmutableArray<CompressedEntry> Of(SourceHeaders headers, PaddingRuns padding, QpMap? map)
    {
        var entries = ImmutableArray.CreateBuilder<CompressedEntry>();
        entries.Add(Of(EntryNames.Headers, HeaderCodec.Write(headers)));
        if (!padding.IsEmpty)
        {
            entries.Add(Of(EntryNames.Padding, PaddingCodec.Write(padding)));
        }

        if (map is not null)
        {
            using var text = new StringWriter();
            QpMapCsv.Write(text, map);
            entries.Add(Of(EntryNames.QpMap, Encoding.UTF8.GetBytes(text.ToString())));
        }

        return entries.ToImmutable();
    }

    private static CompressedEntry Of(string name, byte[] plain) => new(name, BrotliBlock.Compress(plain), plain.Length);
}
