using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Allocation.Tests.Policies.Files;

/// <summary>A folder of a test's own, removed with the test, and policies in it.</summary>
internal sealed class PolicyStore : IDisposable
{
    public const string Card = "# A policy\n";

    public string Root { get; } = Directory.CreateTempSubdirectory("policy-tests-").FullName;

    public string this[string name] => Path.Combine(Root, name);

    /// <summary>A policy folder that is called as its document says.</summary>
    public PolicyFolder Add(PolicyDocument document, int seed = 1)
    {
        using var network = SamplePolicy.Network(document, seed);
        PolicyFolder.Write(this[document.Name], document, network, Card, overwrite: false, default);
        return PolicyFolder.Open(this[document.Name]);
    }

    /// <summary>Checks that a fault in an input is told in full, in one line.</summary>
    public static void Told(Action action, params string[] parts)
    {
        var message = Assert.Throws<InvalidInputException>(action).Message;
        Assert.All(parts, p => Assert.Contains(p, message, StringComparison.Ordinal));
        Assert.DoesNotContain('\n', message);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
