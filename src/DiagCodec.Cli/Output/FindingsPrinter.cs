using DiagCodec.Imaging.Series;

namespace DiagCodec.Cli.Output;

/// <summary>Says what is odd about a series, on standard error.</summary>
internal static class FindingsPrinter
{
    public static void Print(IEnumerable<SeriesFinding> findings, CliConsole console)
    {
        foreach (var finding in findings)
        {
            console.Error.WriteLine($"note: {finding.Message}");
        }
    }
}
