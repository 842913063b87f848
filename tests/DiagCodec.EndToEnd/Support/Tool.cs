using System.Diagnostics;

namespace DiagCodec.EndToEnd.Support;

/// <summary>Programs of other people, as judges. A test that needs one which is not here is skipped.</summary>
internal static class Tool
{
    /// <summary>Standard output and standard error together, with the exit code.</summary>
    public static async Task<(int ExitCode, string Text)> RunAsync(string program, params string[] arguments)
    {
        Skip.IfNot(IsHere(program), $"{program} is not here: scripts/setup --tests installs it");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }

    /// <summary>Fails the test where the program fails.</summary>
    public static async Task<string> CheckedAsync(string program, params string[] arguments)
    {
        var (code, text) = await RunAsync(program, arguments);
        Assert.True(code == 0, $"{program} {string.Join(' ', arguments)}: exit code {code}: {text}");
        return text;
    }

    private static bool IsHere(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
