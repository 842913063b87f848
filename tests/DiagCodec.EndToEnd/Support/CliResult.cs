using System.Text.Json;

namespace DiagCodec.EndToEnd.Support;

/// <summary>What one run of diagcodec gave.</summary>
internal sealed record CliResult(int ExitCode, string Out, string Error)
{
    public IReadOnlyList<string> ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> Notes => [.. ErrorLines.Where(l => l.StartsWith("note: ", StringComparison.Ordinal))];

    public JsonElement Json => JsonDocument.Parse(Out).RootElement;

    public CliResult ShouldSucceed()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}: {Error}");
        return this;
    }

    /// <summary>Nothing on standard output; on standard error exactly one line of diagcodec's beside notes.</summary>
    public string ShouldFailWith(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode}, {exitCode} expected: {Error}");
        Assert.Equal("", Out);
        var lines = ErrorLines.Except(Notes).ToList();
        Assert.True(lines.Count == 1 && lines[0].StartsWith("diagcodec: ", StringComparison.Ordinal), $"not one line: {Error}");
        return lines[0];
    }
}
