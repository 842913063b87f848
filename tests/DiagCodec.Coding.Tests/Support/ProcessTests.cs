namespace DiagCodec.Coding.Tests.Support;

/// <summary>
/// Tests that start programs run one after the other: while one of them writes a script, another's fork would hold it open for
/// writing, and Linux refuses to run such a file.
/// </summary>
[CollectionDefinition(Name)]
public sealed class ProcessTests
{
    public const string Name = "programs";
}
