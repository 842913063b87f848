using System.Collections.Immutable;

namespace DiagCodec.Networks.Weights;

/// <summary>What the JSON header of a safetensors file says: the tensors in the order of the byte buffer, and the free text beside them.</summary>
internal sealed record SafetensorsHeader(ImmutableArray<HeaderEntry> Entries, ImmutableSortedDictionary<string, string> Metadata)
{
    /// <summary>The tensors must cover the byte buffer from end to end, each byte once; upstream demands the same.</summary>
    /// <exception cref="Imaging.Faults.InvalidInputException">They do not; the message names the tensor.</exception>
    public void CheckLayout(string path, long bufferLength)
    {
        long place = 0;
        foreach (var entry in Entries)
        {
            CheckSize(path, entry, bufferLength);
            if (entry.Begin != place)
            {
                var what = entry.Begin < place ? "an overlap with the tensor before" : "a hole after the tensor before";
                throw SafetensorsFault.Tensor(path, entry.Name, "data_offsets", $"a start at {place}", $"{entry.Begin}, {what}");
            }

            place = entry.End;
        }

        if (place != bufferLength)
        {
            throw SafetensorsFault.Header(path, $"{place} bytes of tensors after the header", $"{bufferLength} bytes");
        }
    }

    private static void CheckSize(string path, HeaderEntry entry, long bufferLength)
    {
        if (entry.Begin > entry.End || entry.End > bufferLength)
        {
            throw SafetensorsFault.Tensor(
                path, entry.Name, "data_offsets", $"a rising pair within 0 to {bufferLength}", $"{entry.Begin} to {entry.End}");
        }

        if (TensorShape.ByteCount(entry.Shape.AsSpan(), entry.Type.Size()) is not { } bytes)
        {
            throw SafetensorsFault.Tensor(path, entry.Name, "shape", "fewer than 2^63 bytes", TensorShape.Text(entry.Shape));
        }

        if (bytes != entry.End - entry.Begin)
        {
            throw SafetensorsFault.Tensor(
                path, entry.Name, "data_offsets", $"{bytes} bytes for {entry.Type.Word()} {TensorShape.Text(entry.Shape)}", $"{entry.End - entry.Begin}");
        }
    }
}
