using System.Collections.Immutable;
using DiagCodec.Imaging.Resample;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Segmentation.Infer;

namespace DiagCodec.Segmentation.Input;

/// <summary>A label map on the network's grid: the class that covers most of a pixel.</summary>
public static class InputLabels
{
    /// <param name="labels">Class numbers 0 to <paramref name="classes"/> - 1.</param>
    /// <param name="classes">With the background.</param>
    /// <param name="columns">Of the network's grid.</param>
    /// <param name="rows">Of the network's grid.</param>
    public static ImmutableArray<byte[]> Of(LabelMap labels, int classes, int columns, int rows)
    {
        var slices = ImmutableArray.CreateBuilder<byte[]>(labels.Slices);
        var (indicator, shares) = (new float[labels.Columns * labels.Rows], new float[classes * columns * rows]);
        for (var z = 0; z < labels.Slices; z++)
        {
            var slice = labels.Slice(z);
            if (columns == labels.Columns && rows == labels.Rows)
            {
                slices.Add(slice.ToArray());
                continue;
            }

            for (var k = 0; k < classes; k++)
            {
                for (var i = 0; i < slice.Length; i++)
                {
                    indicator[i] = slice[i] == k ? 1 : 0;
                }

                PlaneResampler.Bilinear(indicator, labels.Columns, labels.Rows, shares.AsSpan(k * columns * rows, columns * rows), columns, rows);
            }

            var small = new byte[columns * rows];
            MostProbable.Of(shares, classes, small);
            slices.Add(small);
        }

        return slices.MoveToImmutable();
    }
}
