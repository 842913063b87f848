namespace DiagCodec.Cli.Commands.Train;

/// <param name="Folder">Of the cases.</param>
/// <param name="Pairs">Their layout, or null for the known ones.</param>
/// <param name="Labels">From the files' numbers to classes, or null for the same ones.</param>
internal sealed record LabelledData(string Folder, string? Pairs, string? Labels)
{
    /// <summary>What a model records of them.</summary>
    public string Told(int cases) => $"{cases} cases of {Path.GetFileName(Path.TrimEndingDirectorySeparator(Folder))}";
}
