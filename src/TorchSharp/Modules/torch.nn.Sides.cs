namespace TorchSharp;

public static partial class torch
{
    /// <summary>Networks: layers, and the functions that they are made of.</summary>
    public static partial class nn
    {
        private static long[] Sides((long, long)? given, long otherwise) =>
            given is { } sides ? [sides.Item1, sides.Item2] : [otherwise, otherwise];

        private static long[] Sides((long, long, long)? given, long otherwise) =>
            given is { } sides ? [sides.Item1, sides.Item2, sides.Item3] : [otherwise, otherwise, otherwise];

        private static long[] Zeros(PaddingModes mode, long[] outputPadding) =>
            mode == PaddingModes.Zeros ? outputPadding : throw new ArgumentException("a transposed convolution is padded with zeros only", nameof(mode));
    }
}
