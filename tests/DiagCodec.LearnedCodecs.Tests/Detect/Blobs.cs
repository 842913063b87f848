using DiagCodec.Segmentation.Train.Sampling;

namespace DiagCodec.LearnedCodecs.Tests.Detect;

/// <summary>One to three boxes of two kinds, brighter and darker than the noisy ground.</summary>
internal static class Blobs
{
    public const int Side = 64;

    public static PatchBatch Draw(int number, int count)
    {
        var random = new Random(number);
        var (images, labels) = (new float[count * Side * Side], new long[count * Side * Side]);
        for (var n = 0; n < count; n++)
        {
            var image = images.AsSpan(n * Side * Side, Side * Side);
            var label = labels.AsSpan(n * Side * Side, Side * Side);
            foreach (ref var pixel in image)
            {
                pixel = 0.4f + (0.1f * random.NextSingle());
            }

            // One to each third of the width, so that none touch.
            for (var third = 0; third < 3; third++)
            {
                if (third == 0 || random.Next(2) == 0)
                {
                    Put(image, label, random, third * 21, random.Next(1, 3));
                }
            }
        }

        return new PatchBatch(images, labels, count, 1, Side);
    }

    private static void Put(Span<float> image, Span<long> label, Random random, int left, int kind)
    {
        var (width, height) = (random.Next(7, 17), random.Next(7, 25));
        var (x, y) = (left + random.Next(20 - width), random.Next(Side - height));
        for (var v = 0; v < height; v++)
        {
            for (var u = 0; u < width; u++)
            {
                var at = ((y + v) * Side) + x + u;
                (image[at], label[at]) = (kind == 2 ? 0.1f : 0.9f, kind);
            }
        }
    }
}
