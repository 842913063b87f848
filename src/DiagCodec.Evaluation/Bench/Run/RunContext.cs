using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Results;
using DiagCodec.Evaluation.Bench.Store;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>What all workers of a bench know.</summary>
/// <param name="Setup">What is measured.</param>
/// <param name="Options">How.</param>
/// <param name="Folder">Where results are kept.</param>
/// <param name="Identities">One a method, in the same order.</param>
internal sealed record RunContext(BenchSetup Setup, BenchOptions Options, BenchFolder Folder, ImmutableArray<string> Identities)
{
    public KeyGates Gates { get; } = new();

    /// <summary>How much later than the end of a program the signal may be seen that ended it.</summary>
    public TimeSpan SignalDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    public ValueRange Window => Setup.Model.Window;

    /// <summary>With the background.</summary>
    public int Classes => Setup.Task.OutputChannels;

    /// <summary>The cases of the part, in the experiment's order.</summary>
    public ImmutableArray<CaseWork> Cases() =>
    [
        .. Setup.Cases.Where((_, i) => Options.Part?.Has(i) != false).Select(source =>
        {
            var network = Setup.Networks(source.Name);
            return new CaseWork(source, network, StageKey.Case(source.Name, source.Identity, network.Sha256, Setup.Task));
        }),
    ];

    public static async Task<RunContext> OfAsync(BenchSetup setup, BenchOptions options, string folder, CancellationToken cancellation)
    {
        options.Validate();
        var identities = ImmutableArray.CreateBuilder<string>(setup.Methods.Length);
        foreach (var method in setup.Methods)
        {
            identities.Add(await method.IdentityAsync(cancellation));
        }

        return new RunContext(setup, options, new BenchFolder(folder), identities.ToImmutable());
    }
}
