namespace DiagCodec.Networks.Tests.Support;

/// <summary>Bounds what an action may allocate: a hostile input must not make the reader take memory on its word.</summary>
internal static class Memory
{
    public static void AssertLittle(Action action, long limit = 50L << 20)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, limit);
    }
}
