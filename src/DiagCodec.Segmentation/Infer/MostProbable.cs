namespace DiagCodec.Segmentation.Infer;

/// <summary>From class probabilities to class numbers.</summary>
public static class MostProbable
{
    /// <param name="probabilities">classes * pixels values, class by class.</param>
    /// <param name="classes">1 to 256.</param>
    /// <param name="labels">One class number per pixel; the lower number where two are equal.</param>
    public static void Of(ReadOnlySpan<float> probabilities, int classes, Span<byte> labels)
    {
        var best = probabilities[..labels.Length].ToArray();
        labels.Clear();
        for (var k = 1; k < classes; k++)
        {
            var plane = probabilities.Slice(k * labels.Length, labels.Length);
            for (var i = 0; i < plane.Length; i++)
            {
                if (plane[i] > best[i])
                {
                    (best[i], labels[i]) = (plane[i], (byte)k);
                }
            }
        }
    }
}
