using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.Models;
using DiagCodec.Segmentation.Input;
using DiagCodec.Segmentation.Train.Data;

namespace DiagCodec.Segmentation.Harden;

/// <summary>Training cases whose slices were also coded and decoded by the encoder that the network will have to live with.</summary>
public static class HardeningSet
{
    /// <param name="series">With different names.</param>
    /// <param name="task">Says how slices become the network's input.</param>
    /// <param name="options">Which variants; equal seeds and names give equal cases, whatever the other cases and the number of workers.</param>
    /// <param name="encoder">Must stand several runs at a time.</param>
    /// <param name="progress">Told the encodes done of all.</param>
    /// <param name="cancellation">Ends the encoders.</param>
    /// <returns>One case a series, in their order.</returns>
    /// <exception cref="UsageException">An option is out of range.</exception>
    /// <exception cref="ToolException">The encoder is missing or failed.</exception>
    /// <exception cref="OutputException">The cache or the place for temporary files cannot be written.</exception>
    public static async Task<ImmutableArray<TrainingCase>> MakeAsync(
        IReadOnlyList<LabelledSeries> series,
        ModelTask task,
        HardeningOptions options,
        IVideoEncoder encoder,
        IProgress<(int Done, int Of)>? progress,
        CancellationToken cancellation)
    {
        options.Validate();
        var cache = options.CacheFolder is { } folder && options.Variants > 0
            ? new CodedVolumeCache(folder, await EncoderIdentity.OfAsync(encoder, options.Preset, cancellation))
            : null;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellation };
        var sources = new TrainingVolume[series.Count];
        var jobs = new CodingJob[series.Count][];
        await Parallel.ForEachAsync(Enumerable.Range(0, series.Count), parallel, (i, _) =>
        {
            sources[i] = CaseReader.Prepare(series[i], task).Source;
            jobs[i] = Jobs(series[i], options);
            return ValueTask.CompletedTask;
        });

        var coded = Array.ConvertAll(jobs, j => new TrainingVolume[j.Length]);
        var done = 0;
        await Parallel.ForEachAsync(Pairs(jobs), parallel, async (pair, stop) =>
        {
            var job = jobs[pair.Case][pair.Variant];
            coded[pair.Case][pair.Variant] = Training(await CodeAsync(job, cache, encoder, stop), sources[pair.Case], task);
            progress?.Report((Interlocked.Increment(ref done), options.Variants * series.Count));
        });
        return [.. series.Select((s, i) => new TrainingCase(s.Name, sources[i], [.. coded[i]]))];
    }

    private static CodingJob[] Jobs(LabelledSeries series, HardeningOptions options)
    {
        var random = new Random(SeedOf(series.Name, options.Seed));
        var variants = CodingVariants.Draw(
            options.LowestQp, options.HighestQp, options.BackgroundOffsets, options.BlockSize, options.Variants, random);
        var prepared = PreparedSeries.Of(series.Series, bitDepth: null, window: null, chroma: null);
        return [.. variants.Select(v => new CodingJob(
            prepared, series.Truth, SliceRun.Draw(series.Truth, options.ClipSlices, random), v, options.Preset))];
    }

    private static IEnumerable<(int Case, int Variant)> Pairs(CodingJob[][] jobs) =>
        jobs.SelectMany((j, i) => Enumerable.Range(0, j.Length).Select(v => (i, v)));

    private static async Task<CodedVolume> CodeAsync(CodingJob job, CodedVolumeCache? cache, IVideoEncoder encoder, CancellationToken cancellation)
    {
        var path = cache?.PathOf(job);
        if (path is not null && CodedVolumeCache.Read(path, job) is { } known)
        {
            return known;
        }

        var coded = await job.EncodeAsync(encoder, threads: 1, cancellation);
        if (path is not null)
        {
            CodedVolumeCache.Write(path, coded);
        }

        return coded;
    }

    /// <summary>A run's mean slice spacing may differ from the series'; the network sees coded slices in the steps of the source's.</summary>
    private static TrainingVolume Training(CodedVolume coded, TrainingVolume source, ModelTask task) => new(
        InputPreparation.Of(coded.Decoded, task.Input) with { SliceStep = source.Planes.SliceStep },
        source.Labels.Slice(coded.Run.First, coded.Run.Count));

    /// <summary>From the hash of seed and name, because string.GetHashCode differs from run to run.</summary>
    private static int SeedOf(string name, int seed) =>
        BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed} {name}"))));
}
