using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Processes;

/// <summary>
/// One run of another program with its standard input and output as byte streams. Disposing ends the program if it still runs, so
/// that a cancelled job leaves no process behind.
/// </summary>
public sealed class ToolProcess : IDisposable
{
    private const int ErrorCharactersKept = 4000;

    private readonly Process _process;
    private readonly Task _errors;
    private readonly StringBuilder _errorText = new();

    private ToolProcess(Process process)
    {
        _process = process;
        _errors = DrainErrorsAsync();
    }

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>The end of what the program wrote to standard error, trimmed.</summary>
    public string ErrorText
    {
        get
        {
            lock (_errorText)
            {
                return _errorText.ToString().Trim();
            }
        }
    }

    /// <param name="program">A path, or a name looked up on PATH.</param>
    /// <param name="arguments">Handed over one by one; no shell sees them.</param>
    /// <param name="folder">Where it runs, so that file names are enough; null: where this program runs.</param>
    /// <exception cref="ToolException">The program cannot be started; the message says how to get it.</exception>
    public static ToolProcess Start(string program, IEnumerable<string> arguments, string? folder = null)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder ?? "",
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return new ToolProcess(Process.Start(start)!);
        }
        catch (Win32Exception e)
        {
            throw new ToolException($"{program}: cannot be started ({e.Message}); run scripts/setup, or 'diagcodec doctor' to see what is missing", e);
        }
    }

    /// <summary>Waits for the end and gives the exit code; on cancellation the program is ended first.</summary>
    public async Task<int> WaitAsync(CancellationToken cancellation)
    {
        try
        {
            await _process.WaitForExitAsync(cancellation);
            await _errors;
            return _process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            Kill();
            throw;
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Kill()
    {
        try
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
                _process.WaitForExit();
            }
        }
        catch (InvalidOperationException)
        {
            // It ended between the question and the order.
        }
    }

    private async Task DrainErrorsAsync()
    {
        var buffer = new char[1024];
        int count;
        while ((count = await _process.StandardError.ReadAsync(buffer)) > 0)
        {
            lock (_errorText)
            {
                _errorText.Append(buffer, 0, count);
                if (_errorText.Length > ErrorCharactersKept)
                {
                    _errorText.Remove(0, _errorText.Length - ErrorCharactersKept);
                }
            }
        }
    }
}
