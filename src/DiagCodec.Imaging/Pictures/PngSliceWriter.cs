using System.Collections.Immutable;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Pictures;

/// <summary>Writes each slice as a grey PNG file: under the source picture's name, or as slice-0001.png and so on.</summary>
public sealed class PngSliceWriter : ISliceWriter
{
    private readonly string _folder;
    private readonly int _columns;
    private readonly int _rows;
    private readonly int _bits;
    private readonly int _lowest;
    private readonly ImmutableArray<string> _names;
    private readonly int[] _shifted;
    private readonly byte[] _pixels;
    private int _next;

    /// <param name="folder">Is there and takes the files.</param>
    /// <param name="columns">Width of a slice.</param>
    /// <param name="rows">Height of a slice.</param>
    /// <param name="bits">8 or 16 bits a pixel.</param>
    /// <param name="headers">Of any kind; one picture per origin.</param>
    /// <param name="lowest">The stored value that is written as 0; for sources with negative values.</param>
    public PngSliceWriter(string folder, int columns, int rows, int bits, SourceHeaders headers, int lowest = 0)
    {
        if (bits is not (8 or 16))
        {
            throw new ArgumentOutOfRangeException(nameof(bits), bits, "PNG has 8 or 16 bits");
        }

        _folder = folder;
        (_columns, _rows, _bits, _lowest) = (columns, rows, bits, lowest);
        _names = PictureNames.For(headers);
        _shifted = new int[columns * rows];
        _pixels = new byte[columns * rows * (bits / 8)];
    }

    /// <exception cref="ArgumentException">A slice out of order or of another size.</exception>
    /// <exception cref="OverflowException">A value does not fit the bit depth.</exception>
    public void Write(int slice, ReadOnlySpan<int> stored, ReadOnlySpan<byte> chroma)
    {
        if (slice != _next || slice >= _names.Length || stored.Length != _shifted.Length || chroma.Length != 0)
        {
            throw new ArgumentException($"expected slice {_next} of {_names.Length} with {_shifted.Length} values and no chroma, found {slice} with {stored.Length}", nameof(slice));
        }

        for (var i = 0; i < stored.Length; i++)
        {
            _shifted[i] = stored[i] - _lowest;
        }

        Volume.Narrow(_shifted, SampleFormats.Of(_bits / 8, signed: false), _pixels);
        using var file = new FileStream(Path.Combine(_folder, _names[slice]), FileMode.CreateNew, FileAccess.Write);
        PngEncoder.Write(file, _columns, _rows, _bits == 8 ? PngPixelFormat.Grey8 : PngPixelFormat.Grey16, _pixels);
        _next++;
    }

    public void Complete()
    {
        if (_next != _names.Length)
        {
            throw new InvalidOperationException($"{_next} of {_names.Length} slices were written");
        }
    }

    public void Dispose()
    {
        // Every file is closed as soon as it is written.
    }
}
