namespace DiagCodec.Imaging.Series;

/// <summary>
/// Writes decoded slices, in coding order, as files of one kind into a folder or file that the caller made and will rename once all
/// is well; a writer may hold back what it needs until <see cref="Complete"/>.
/// </summary>
public interface ISliceWriter : IDisposable
{
    /// <param name="slice">0, 1, 2 ...: every slice exactly once, in order.</param>
    /// <param name="stored">rows * columns stored values.</param>
    /// <param name="chroma">4:2:0 chroma as in <see cref="Volumes.Volume.Chroma"/>; empty for everything else.</param>
    void Write(int slice, ReadOnlySpan<int> stored, ReadOnlySpan<byte> chroma);

    /// <summary>Writes what was held back. Without this call the output is not complete.</summary>
    void Complete();
}
