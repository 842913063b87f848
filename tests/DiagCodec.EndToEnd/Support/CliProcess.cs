using System.Diagnostics;
using System.Globalization;

namespace DiagCodec.EndToEnd.Support;

/// <summary>diagcodec as a process of its own, leader of its own process group, as a shell would start it.</summary>
internal sealed class CliProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private CliProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <param name="environment">Variables to set beside the inherited ones; PWD also sets the working folder.</param>
    /// <param name="arguments">Of diagcodec.</param>
    public static CliProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "diagcodec.dll");
        var start = new ProcessStartInfo("env") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.WorkingDirectory = environment.GetValueOrDefault("PWD", "");

        // The runtime's own sockets would lie among the temporary files that are looked at.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        // Whoever starts the tests in the background makes them ignore SIGINT, and every child of theirs.
        foreach (var word in (string[])["--default-signal=INT,TERM", "setsid", "dotnet", program, .. arguments])
        {
            start.ArgumentList.Add(word);
        }

        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new CliProcess(Process.Start(start)!);
    }

    public static async Task<CliResult> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        return await process.EndAsync();
    }

    /// <param name="signal">INT, TERM ...</param>
    /// <param name="wholeGroup">As Ctrl-C on a terminal does it: the children get it too.</param>
    public void Signal(string signal, bool wholeGroup = false)
    {
        var target = (wholeGroup ? "-" : "") + Id.ToString(CultureInfo.InvariantCulture);
        using var kill = Process.Start("kill", ["-s", signal, "--", target]);
        kill.WaitForExit();
    }

    public async Task<CliResult> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return new CliResult(_process.ExitCode, await _output.WaitAsync(Patience), await _error.WaitAsync(Patience));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
