using DiagCodec.Imaging.Faults;

namespace DiagCodec.Coding.Tests.Support;

/// <summary>Broken variants of a block of bytes, the same ones in every run.</summary>
internal static class Mutations
{
    public static IEnumerable<byte[]> Of(byte[] good)
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var changed = good.ToArray();
            for (var i = random.Next(1, 5); i > 0; i--)
            {
                changed[random.Next(changed.Length)] = (byte)random.Next(256);
            }

            yield return changed;
            yield return changed[..random.Next(changed.Length)];
            yield return [.. changed, .. changed[..random.Next(20)]];
            random.NextBytes(changed);
            yield return changed;
            yield return changed[..random.Next(Math.Min(100, changed.Length))];
        }
    }

    /// <summary>Any other exception is the reader's fault.</summary>
    public static void ReadOrRefuse(Action read)
    {
        try
        {
            read();
        }
        catch (InvalidInputException e)
        {
            Assert.DoesNotContain('\n', e.Message);
        }
    }
}
