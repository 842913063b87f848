namespace DiagCodec.Imaging.Phantom;

/// <summary>Blurs like a bell curve by small steps of (a, 1 - 2a, a), which needs no exponential; round the edges.</summary>
internal static class BinomialFilter
{
    /// <param name="image">size x size values.</param>
    /// <param name="size">Columns and rows.</param>
    /// <param name="variance">Of the bell, in pixels squared.</param>
    public static void Apply(float[] image, int size, double variance)
    {
        var passes = (int)Math.Ceiling(2 * variance);
        var a = passes > 0 ? (float)(variance / (2 * passes)) : 0;
        var spare = new float[size * 2];
        for (var pass = 0; pass < passes; pass++)
        {
            Across(image, size, a);
            Down(image, size, a, spare);
        }
    }

    private static void Across(float[] image, int size, float a)
    {
        for (var row = 0; row < size; row++)
        {
            var line = image.AsSpan(row * size, size);
            var (first, before) = (line[0], line[size - 1]);
            for (var i = 0; i < line.Length; i++)
            {
                var here = line[i];
                var next = i + 1 < line.Length ? line[i + 1] : first;
                line[i] = here + (a * ((before - here) + (next - here)));
                before = here;
            }
        }
    }

    private static void Down(float[] image, int size, float a, float[] spare)
    {
        var first = spare.AsSpan(0, size);
        var before = spare.AsSpan(size, size);
        image.AsSpan(0, size).CopyTo(first);
        image.AsSpan((size - 1) * size, size).CopyTo(before);
        for (var row = 0; row < size; row++)
        {
            var line = image.AsSpan(row * size, size);
            var next = row + 1 < size ? image.AsSpan((row + 1) * size, size) : first;
            for (var i = 0; i < line.Length; i++)
            {
                var here = line[i];
                line[i] = here + (a * ((before[i] - here) + (next[i] - here)));
                before[i] = here;
            }
        }
    }
}
