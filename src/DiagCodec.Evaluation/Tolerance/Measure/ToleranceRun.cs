using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Evaluation.Tolerance.Measure;

/// <summary>Measures what models find after uniform coding at rising QPs: where a diagnosis breaks.</summary>
public static class ToleranceRun
{
    /// <param name="cases">With different names.</param>
    /// <param name="models">With different names and the same classes.</param>
    /// <param name="classes">With the background.</param>
    /// <param name="options">QPs, preset, threads.</param>
    /// <param name="encoder">Must stand several runs at a time.</param>
    /// <param name="path">Where rows are added as they come; those that are there already are not measured again.</param>
    /// <param name="progress">Told the rows that are there, of all.</param>
    /// <param name="cancellation">Leaves the rows that are there.</param>
    /// <returns>All rows of these cases, models and QPs: by case, model and QP, the slices as they were read first.</returns>
    /// <exception cref="UsageException">An option is out of range.</exception>
    /// <exception cref="InvalidInputException">The file has rows of other models, options, encoders or data, or a name cannot stand in it.</exception>
    /// <exception cref="ToolException">The encoder is missing or failed.</exception>
    /// <exception cref="OutputException">The file cannot be written.</exception>
    public static async Task<ImmutableArray<ToleranceRow>> MeasureAsync(
        IReadOnlyList<LabelledSeries> cases,
        IReadOnlyList<ToleranceModel> models,
        int classes,
        ToleranceOptions options,
        IVideoEncoder encoder,
        string path,
        IProgress<(int Done, int Of)>? progress,
        CancellationToken cancellation)
    {
        options.Validate();
        CheckNames("case", [.. cases.Select(c => c.Name)]);
        CheckNames("model", [.. models.Select(m => m.Name)]);
        using var file = new ToleranceFile(path, Fingerprint(models, await EncoderIdentity.OfAsync(encoder, options.Preset, cancellation)), classes);
        var rows = new ToleranceRowSet(cases.Select(c => c.Name), models.Select(m => m.Name), options.Qps, file.Earlier);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellation };
        await Parallel.ForEachAsync(cases, parallel, async (series, stop) =>
        {
            using var work = new ToleranceCase(series, classes);
            rows.CheckData(series.Name, work.Data, path);
            Keep([.. models.Where(m => !rows.Has(series.Name, m.Name, null)).Select(m => work.Source(m, stop))]);
            foreach (var qp in options.Qps)
            {
                ImmutableArray<ToleranceModel> missing = [.. models.Where(m => !rows.Has(series.Name, m.Name, qp))];
                if (!missing.IsEmpty)
                {
                    Keep(await work.CodedAsync(missing, qp, options.Preset, encoder, stop));
                }
            }
        });
        return rows.Ordered();

        void Keep(ImmutableArray<ToleranceRow> found)
        {
            file.Add(found);
            rows.Add(found);
            progress?.Report((rows.Count, rows.Expected));
        }
    }

    private static string Fingerprint(IReadOnlyList<ToleranceModel> models, string encoder)
    {
        var lines = models.OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => $"{m.Name} {m.Identity}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{GopStructure.Step.Name}\n{encoder}\n{string.Join('\n', lines)}")).AsSpan(0, 16));
    }

    private static void CheckNames(string kind, IReadOnlyList<string> names)
    {
        if (names.Count == 0 || names.Distinct(StringComparer.Ordinal).Count() != names.Count)
        {
            throw new InvalidInputException($"tolerance: expected one {kind} or more, with different names; found {string.Join(", ", names)}");
        }

        if (names.FirstOrDefault(n => n.Length == 0 || n.IndexOfAny([',', '"', '\r', '\n']) >= 0) is { } odd)
        {
            throw new InvalidInputException($"{kind} {odd.ReplaceLineEndings(" ")}: the name cannot stand in a table; rename it, without comma, quote or line break");
        }
    }
}
