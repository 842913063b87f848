using System.Buffers.Binary;
using DiagCodec.Imaging.Dicom.DataSets;

namespace DiagCodec.Imaging.Dicom.Pixels;

/// <summary>Which fragments of encapsulated pixel data belong to which frame (PS3.5 A.4).</summary>
internal static class FrameFragments
{
    /// <returns>The codestream of every frame in one piece.</returns>
    /// <exception cref="DicomFormatException">The fragments cannot be told apart.</exception>
    public static ReadOnlyMemory<byte>[] Split(IReadOnlyList<ReadOnlyMemory<byte>> tableAndFragments, int frames)
    {
        var table = tableAndFragments.Count > 0 ? tableAndFragments[0] : default;
        ReadOnlyMemory<byte>[] fragments = [.. tableAndFragments.Skip(1)];
        if (fragments.Length < frames)
        {
            throw new DicomFormatException($"has compressed pixel data for {fragments.Length} of its {frames} frames; it is cut short");
        }

        if (fragments.Length == frames)
        {
            return fragments;
        }

        if (frames == 1)
        {
            return [Joined(fragments)];
        }

        return table.Length == 4 * frames ? ByTable(table.Span, fragments) : ByStart(fragments, frames);
    }

    private static ReadOnlyMemory<byte>[] ByTable(ReadOnlySpan<byte> table, ReadOnlyMemory<byte>[] fragments)
    {
        var frames = new ReadOnlyMemory<byte>[table.Length / 4];
        var (offset, first) = (0L, 0);
        for (var frame = 0; frame < frames.Length; frame++)
        {
            var end = frame + 1 < frames.Length ? BinaryPrimitives.ReadUInt32LittleEndian(table[(4 * (frame + 1))..]) : long.MaxValue;
            var last = first;
            while (last < fragments.Length && offset < end)
            {
                offset += 8 + fragments[last++].Length;
            }

            if (last == first || (frame + 1 < frames.Length && offset != end))
            {
                throw new DicomFormatException("has a basic offset table that does not fit its fragments");
            }

            frames[frame] = Joined(fragments[first..last]);
            first = last;
        }

        return frames;
    }

    /// <summary>Without a table: every JPEG, JPEG-LS and JPEG 2000 codestream begins with its own marker (FFD8, FF4F).</summary>
    private static ReadOnlyMemory<byte>[] ByStart(ReadOnlyMemory<byte>[] fragments, int frames)
    {
        int[] starts = [.. Enumerable.Range(0, fragments.Length)
            .Where(i => fragments[i].Length > 2 && fragments[i].Span[0] == 0xFF && fragments[i].Span[1] is 0xD8 or 0x4F)];
        if (starts.Length != frames || starts[0] != 0)
        {
            throw new DicomFormatException($"has {fragments.Length} fragments for {frames} frames and no table that says which belong together");
        }

        return [.. starts.Select((start, frame) => Joined(fragments[start..(frame + 1 < frames ? starts[frame + 1] : fragments.Length)]))];
    }

    private static ReadOnlyMemory<byte> Joined(ReadOnlyMemory<byte>[] fragments)
    {
        if (fragments.Length == 1)
        {
            return fragments[0];
        }

        var whole = new byte[fragments.Sum(f => (long)f.Length)];
        var at = 0;
        foreach (var fragment in fragments)
        {
            fragment.CopyTo(whole.AsMemory(at));
            at += fragment.Length;
        }

        return whole;
    }
}
