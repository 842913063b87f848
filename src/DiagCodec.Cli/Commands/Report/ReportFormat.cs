using DiagCodec.Imaging.Faults;

namespace DiagCodec.Cli.Commands.Report;

/// <summary>The kind of file that a report is.</summary>
internal enum ReportFormat
{
    Html,
    Markdown,
    Csv,
}

/// <summary>Which <see cref="ReportFormat"/> is asked for.</summary>
internal static class ReportFormats
{
    /// <param name="word">Of --format; null: the name of the output says it.</param>
    /// <param name="path">The output.</param>
    /// <exception cref="UsageException">The name says none.</exception>
    public static ReportFormat Of(string? word, string path) => (word ?? Path.GetExtension(path).TrimStart('.').ToLowerInvariant()) switch
    {
        "html" or "htm" => ReportFormat.Html,
        "md" => ReportFormat.Markdown,
        "csv" => ReportFormat.Csv,
        _ => throw new UsageException($"--output {path}: expected a name that ends in .html, .md or .csv, or --format"),
    };
}
