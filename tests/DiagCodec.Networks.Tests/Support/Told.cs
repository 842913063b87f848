using DiagCodec.Imaging.Faults;

namespace DiagCodec.Networks.Tests.Support;

/// <summary>Checks that a fault in an input is told in full.</summary>
internal static class Told
{
    public static InvalidInputException Of(Action action, params string[] parts)
    {
        var e = Assert.Throws<InvalidInputException>(action);
        Assert.All(parts, p => Assert.Contains(p, e.Message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', e.Message);
        return e;
    }
}
