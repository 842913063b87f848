using System.Collections.Immutable;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Prepare;

/// <summary>
/// Stored value to code value and back. Forward: clip(floor(stored * a + b + 0.5)), a and b by slice where the rescale differs by
/// slice. Only IEEE double products and sums are used, so that every machine gives the same values.
/// </summary>
public sealed record SampleMapping
{
    public required SampleMappingKind Kind { get; init; }

    /// <summary>Code values are 0 .. 2^BitDepth - 1.</summary>
    public required int BitDepth { get; init; }

    /// <summary>Smallest stored value outside padding; decoded values are never below it.</summary>
    public required int Low { get; init; }

    /// <summary>Largest stored value outside padding; decoded values are never above it.</summary>
    public required int High { get; init; }

    /// <summary>Window centre and width in physical units (HU); only for <see cref="SampleMappingKind.Window"/>.</summary>
    public double? WindowCenter { get; init; }

    /// <summary>See <see cref="WindowCenter"/>; above 0.</summary>
    public double? WindowWidth { get; init; }

    /// <summary>One per slice or one for all; only for <see cref="SampleMappingKind.Window"/>.</summary>
    public ImmutableArray<Rescale> Rescales { get; init; } = [];

    /// <summary>Largest difference, in stored values, that the mapping alone makes on the volume it was made for; 0 = exact.</summary>
    public required long MaxError { get; init; }

    private int LargestCode => (1 << BitDepth) - 1;

    public void ToCode(int slice, ReadOnlySpan<int> stored, Span<ushort> code)
    {
        if (Kind == SampleMappingKind.Shift)
        {
            for (var i = 0; i < stored.Length; i++)
            {
                code[i] = (ushort)(stored[i] - Low);
            }

            return;
        }

        var (scale, offset) = Forward(slice);
        var largest = LargestCode;
        for (var i = 0; i < stored.Length; i++)
        {
            code[i] = (ushort)Math.Clamp(Math.Floor((stored[i] * scale) + offset + 0.5), 0, largest);
        }
    }

    public void ToStored(int slice, ReadOnlySpan<ushort> code, Span<int> stored)
    {
        if (Kind == SampleMappingKind.Shift)
        {
            // The smaller of two codes, not of two sums: a sum may pass the largest integer.
            var highest = High - Low;
            for (var i = 0; i < code.Length; i++)
            {
                stored[i] = Math.Min(code[i], highest) + Low;
            }

            return;
        }

        Span<int> table = new int[LargestCode + 1];
        var (scale, offset) = Forward(slice);
        for (var c = 0; c < table.Length; c++)
        {
            table[c] = (int)Math.Clamp(Math.Floor(((c - offset) / scale) + 0.5), Low, High);
        }

        for (var i = 0; i < code.Length; i++)
        {
            stored[i] = table[Math.Min(code[i], table.Length - 1)];
        }
    }

    private (double Scale, double Offset) Forward(int slice)
    {
        if (Kind == SampleMappingKind.Linear)
        {
            var scale = LargestCode / ((double)High - Low);
            return (scale, -(double)Low * scale);
        }

        var rescale = Rescales.Length == 1 ? Rescales[0] : Rescales[slice];
        var codesPerUnit = LargestCode / WindowWidth!.Value;
        var lowest = WindowCenter!.Value - (WindowWidth.Value / 2);
        return (rescale.Slope * codesPerUnit, (rescale.Intercept - lowest) * codesPerUnit);
    }
}
