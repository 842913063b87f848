namespace TorchSharp.Modules;

/// <summary>The sizes of a convolution; arrays have one number per spatial dimension.</summary>
/// <param name="In">Channels that come in.</param>
/// <param name="Out">Channels that go out.</param>
/// <param name="Kernel">Its size.</param>
/// <param name="Stride">Its step.</param>
/// <param name="Padding">On either side; null for as much as keeps the size.</param>
/// <param name="Dilation">Distance of the kernel's taps.</param>
/// <param name="Groups">Channels of different groups do not meet.</param>
internal sealed record ConvolutionShape(long In, long Out, long[] Kernel, long[] Stride, long[]? Padding, long[] Dilation, long Groups)
{
    /// <summary>Padding before and after every dimension, the last dimension first.</summary>
    internal long[] Edges()
    {
        var edges = new long[Kernel.Length * 2];
        for (var i = 0; i < Kernel.Length; i++)
        {
            var both = Padding is null ? Dilation[i] * (Kernel[i] - 1) : 2 * Padding[i];
            var at = (Kernel.Length - 1 - i) * 2;
            edges[at] = both / 2;
            edges[at + 1] = both - (both / 2);
        }

        return edges;
    }

    internal bool IsSymmetric(long[] edges) => Enumerable.Range(0, Kernel.Length).All(i => edges[2 * i] == edges[(2 * i) + 1]);

    internal long[] Before()
    {
        var edges = Edges();
        return [.. Enumerable.Range(0, Kernel.Length).Select(i => edges[(Kernel.Length - 1 - i) * 2])];
    }
}
