using System.Text;
using System.Text.RegularExpressions;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Processes;

namespace DiagCodec.Evaluation.Bench.Methods.External.Programs;

/// <summary>A program of another project that scripts/setup installs, run with one thread in a folder of its own.</summary>
/// <param name="name">Looked up on PATH.</param>
internal sealed class ExternalProgram(string name)
{
    private const int MostWords = 1 << 16;
    private const int MostShown = 300;

    public string Name => name;

    /// <exception cref="ToolException">It is not there.</exception>
    public void Require()
    {
        var places = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (!places.Any(place => File.Exists(Path.Combine(place, name))))
        {
            throw new ToolException($"{name} is not installed; run scripts/setup");
        }
    }

    /// <summary>Starts it; the caller feeds, reads, waits and disposes.</summary>
    /// <exception cref="ToolException">It is not there.</exception>
    public ToolProcess Start(string? folder, IEnumerable<string> arguments)
    {
        Require();
        return ToolProcess.Start(name, arguments, folder);
    }

    /// <summary>Runs it on files of a folder.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="file">That it makes or reads, for messages.</param>
    /// <param name="arguments">File names relative to the folder.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="ToolException">It is not there or failed.</exception>
    public async Task RunAsync(string folder, string file, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var (code, words) = await ListenAsync(folder, arguments, cancellation);
        if (code != 0)
        {
            throw Failure(code, $"{file}: {words}");
        }
    }

    /// <summary>What it says when it is asked for its version; the first group of a pattern, on one line.</summary>
    /// <exception cref="ToolException">It is not there or says something else.</exception>
    public async Task<string> VersionAsync(IEnumerable<string> arguments, Regex pattern, CancellationToken cancellation)
    {
        var (code, words) = await ListenAsync(null, arguments, cancellation);
        var match = pattern.Match(words);
        return match.Success ? match.Groups[1].Value.Trim() : throw Failure(code, $"no version in what it says: {words}");
    }

    public ToolException Failure(int code, string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var shown = line.Length == 0 ? "it said nothing" : line[..Math.Min(line.Length, MostShown)];
        return new ToolException(FormattableString.Invariant($"{name} failed (exit code {code}): {shown}"));
    }

    /// <summary>As a person would type it.</summary>
    public string CommandLine(IEnumerable<string> arguments) =>
        string.Join(' ', arguments.Prepend(name).Select(a => a.Length == 0 ? "''" : a));

    private async Task<(int Code, string Words)> ListenAsync(string? folder, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = Start(folder, arguments);
        process.Input.Close();
        var said = await DrainAsync(process.Output, cancellation);
        var code = await process.WaitAsync(cancellation);
        return (code, $"{said}\n{process.ErrorText}");
    }

    /// <summary>Reads to the end, lest the program waits for a reader, but keeps only the beginning.</summary>
    private static async Task<string> DrainAsync(Stream output, CancellationToken cancellation)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        int count;
        while ((count = await output.ReadAsync(buffer, cancellation)) > 0)
        {
            if (text.Length < MostWords)
            {
                text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
        }

        return text.ToString();
    }
}
