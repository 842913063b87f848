namespace DiagCodec.Cli.Commands.Segment;

/// <summary>Class numbers as grey levels of a PNG: the numbers themselves, but white for a class that is alone, so that an eye sees it.</summary>
internal static class LabelGreys
{
    /// <param name="labels">Class numbers.</param>
    /// <param name="classes">How many there are, background not counted.</param>
    public static byte[] Of(ReadOnlySpan<byte> labels, int classes)
    {
        var greys = labels.ToArray();
        if (classes == 1)
        {
            foreach (ref var grey in greys.AsSpan())
            {
                grey = grey == 0 ? byte.MinValue : byte.MaxValue;
            }
        }

        return greys;
    }
}
