using DiagCodec.EndToEnd.Support;

namespace DiagCodec.EndToEnd.Documents;

/// <summary>The README tells the truth: its commands run, its links lead somewhere.</summary>
public sealed class ReadmeTests
{
    private const string Launcher = "scripts/diagcodec ";

    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Fact]
    public async Task Every_command_of_the_README_runs_one_after_the_other()
    {
        using var scratch = new Scratch();
        Directory.CreateSymbolicLink(scratch.Path("data"), Path.Combine(Repository.Root, "data"));
        var commands = Readme.Split('\n').Where(l => l.StartsWith(Launcher, StringComparison.Ordinal)).ToList();
        Assert.InRange(commands.Count, 8, int.MaxValue);
        foreach (var command in commands)
        {
            var words = command[Launcher.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var result = await CliProcess.RunAsync(new Dictionary<string, string> { ["PWD"] = scratch.Folder }, words);
            Assert.True(result.ExitCode == 0, $"{command}: exit code {result.ExitCode}: {result.Error}");
        }
    }

    [Fact]
    public void Every_link_to_a_file_leads_to_one()
    {
        foreach (var document in Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Append(Path.Combine(Repository.Root, "README.md")))
        {
            var links = System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(document), @"\]\((?!https?:)([^)#]+)\)");
            Assert.All(links, link =>
                Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(document)!, link.Groups[1].Value)), $"{document}: {link.Value}"));
        }
    }
}
