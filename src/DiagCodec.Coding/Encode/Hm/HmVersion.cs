using System.Globalization;
using System.Text.RegularExpressions;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Processes;

namespace DiagCodec.Coding.Encode.Hm;

/// <summary>The version that HM says on its first line, as in "HM software: Encoder Version [16.25] (including RExt)".</summary>
public static partial class HmVersion
{
    /// <summary>From here on the lines of the GOP carry the QP offset model, and HM knows LambdaFromQpEnable.</summary>
    private static readonly Version Oldest = new(16, 14);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>What is between the brackets, or null where the line is another.</summary>
    public static string? Of(string line) => Line().Match(line) is { Success: true } m ? m.Groups[1].Value : null;

    /// <summary>Whether our configuration is one that this version reads.</summary>
    public static bool IsKnown(string version)
    {
        var m = Numbers().Match(version);
        return m.Success
            && int.TryParse(m.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(m.Groups[2].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var minor)
            && new Version(major, minor) >= Oldest;
    }

    public static string Expected => $"{Oldest.Major}.{Oldest.Minor} or later";

    /// <summary>Runs the program without arguments, which makes HM say its version and options.</summary>
    /// <exception cref="ToolException">It cannot run, or is not HM.</exception>
    public static async Task<string> AskAsync(string program, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        using var process = HmProcess.Start(program, []);
        using var output = new StreamReader(process.Output);
        var lines = new HmLines(output);
        try
        {
            while (await lines.NextAsync(limit.Token) is { } line)
            {
                if (Of(line) is { } version)
                {
                    return version;
                }
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // It said nothing in time, which is what the fault below tells.
        }

        throw new ToolException($"{program}: says no version as HM's TAppEncoder does; is it another program?");
    }

    [GeneratedRegex(@"Encoder Version \[([^\]]{1,60})\]", RegexOptions.IgnoreCase)]
    private static partial Regex Line();

    [GeneratedRegex(@"^(\d+)\.(\d+)")]
    private static partial Regex Numbers();
}
