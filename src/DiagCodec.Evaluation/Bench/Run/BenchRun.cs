using System.Collections.Immutable;
using System.Runtime.ExceptionServices;
using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>
/// Codes all cases with all methods, judges what comes back, and writes bench.json. Every stage's result is kept under the hash of what it
/// follows from, so that a run that was cut off is taken up, and one that is complete costs next to nothing.
/// </summary>
public static class BenchRun
{
    /// <param name="setup">What is measured.</param>
    /// <param name="options">How.</param>
    /// <param name="folder">Where results are kept; made where it is missing. bench.json is replaced at the end.</param>
    /// <param name="progress">Told after every point, from any thread, one call at a time.</param>
    /// <param name="cancellation">Leaves what is there.</param>
    /// <returns>What bench.json holds. Points that failed have an error; they are not tried again unless the options say so.</returns>
    /// <exception cref="UsageException">An option is out of range.</exception>
    /// <exception cref="InvalidInputException">A case cannot be read.</exception>
    /// <exception cref="ToolException">A program or network is missing.</exception>
    /// <exception cref="OutputException">The folder cannot be written, or another bench works in it.</exception>
    public static async Task<BenchFile> RunAsync(
        BenchSetup setup, BenchOptions options, string folder, IProgress<BenchProgress>? progress, CancellationToken cancellation)
    {
        var run = await RunContext.OfAsync(setup, options, folder, cancellation);
        using var held = run.Folder.Open();
        var cases = run.Cases();
        try
        {
            await WorkAsync(run, cases, progress, cancellation);
        }
        finally
        {
            setup.CloseMethods();
        }

        PictureStage.WriteIndex(run, cases);
        var file = File(run, cases);
        BenchJson.Write(run.Folder.Result, file, overwrite: true);
        return file;
    }

    /// <summary>What <see cref="RunAsync"/> would do; reads no image, runs no codec and writes nothing.</summary>
    /// <param name="setup">What would be measured.</param>
    /// <param name="options">How.</param>
    /// <param name="folder">May be missing.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="UsageException">An option is out of range.</exception>
    /// <exception cref="ToolException">A program is missing.</exception>
    public static async Task<BenchEstimate> EstimateAsync(BenchSetup setup, BenchOptions options, string folder, CancellationToken cancellation)
    {
        var run = await RunContext.OfAsync(setup, options, folder, cancellation);
        return EstimateStage.Of(run, run.Cases(), cancellation);
    }

    private static async Task WorkAsync(
        RunContext run, ImmutableArray<CaseWork> cases, IProgress<BenchProgress>? progress, CancellationToken cancellation)
    {
        var queue = new WorkQueue(cases);
        var meter = new BenchMeter(run, cases.Length, progress);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ExceptionDispatchInfo? first = null;
        await Task.WhenAll(Enumerable.Range(0, run.Options.Workers).Select(_ => Task.Run(WorkerAsync, CancellationToken.None)));
        cancellation.ThrowIfCancellationRequested();
        first?.Throw();

        async Task WorkerAsync()
        {
            try
            {
                using var worker = new BenchWorker(run, queue, meter);
                await worker.RunAsync(stop.Token);
            }
            catch (Exception e)
            {
                // The others end because of this one; what they say of that is not the reason.
                Interlocked.CompareExchange(ref first, ExceptionDispatchInfo.Capture(e), null);
                await stop.CancelAsync();
            }
        }
    }

    private static BenchFile File(RunContext run, ImmutableArray<CaseWork> cases)
    {
        var commands = new CommandList();
        ImmutableArray<BenchPoint> points = [.. cases.SelectMany(c => c.Points).Select(p => p.Outcome!.In(commands))];
        return new BenchFile
        {
            Schema = BenchFile.CurrentSchema,
            Tool = run.Setup.Tool,
            Experiment = WithoutPaths(run.Setup.Experiment),
            Part = run.Options.Part?.ToString(),
            Model = run.Setup.Model,
            Cases = [.. cases.Select(c => c.Facts!.Case)],
            Methods =
            [
                .. run.Setup.Methods.Zip(run.Identities, (m, identity) => new BenchMethod(
                    m.Facts.Name, m.Facts.Description, identity, m.Facts.Parameter, m.Facts.IsWindowed, m.Facts.IsLossless)
                {
                    TunedParameters = m.Facts.TunedParameters,
                    GivesLabels = m.Facts.GivesLabels ? true : null,
                }),
            ],
            Commands = commands.Lines,
            Points = points,
            Published = run.Setup.Published,
        };
    }

    /// <summary>Where data and models lie is this machine's own affair.</summary>
    private static Experiment WithoutPaths(Experiment experiment) => experiment with
    {
        Data = experiment.Data with { Folder = Name(experiment.Data.Folder) },
        Task = experiment.Task with { Model = Name(experiment.Task.Model)! },
        Methods = [.. experiment.Methods.Select(m => m with { Policy = Name(m.Policy) })],
    };

    private static string? Name(string? path) => Path.IsPathRooted(path) ? Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) : path;
}
