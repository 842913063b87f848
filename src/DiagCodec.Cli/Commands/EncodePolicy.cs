using System.Globalization;
using DiagCodec.Allocation.Policies.Files;
using DiagCodec.Cli.Commands.Tasks;
using DiagCodec.Cli.Output;
using DiagCodec.Imaging.Faults;
using DiagCodec.Networks.State;
using TorchSharp;

namespace DiagCodec.Cli.Commands;

/// <summary>The policy that chooses the QPs, in memory, and which of its trade-offs.</summary>
internal sealed class EncodePolicy : IDisposable
{
    private EncodePolicy(PolicyModel model, int tradeoff) => (Model, Tradeoff) = (model, tradeoff);

    public PolicyModel Model { get; }

    /// <summary>Index in the policy's trade-offs.</summary>
    public int Tradeoff { get; }

    public string Name => Model.Document.Name;

    public double Weight => Model.Document.Tradeoffs[Tradeoff];

    /// <summary>The policy that the user named; null where none was.</summary>
    /// <exception cref="InvalidInputException">There is no such policy, or it is broken.</exception>
    public static PolicyFolder? Named(AllocationChoice choice) => choice.Policy is { } policy ? PolicyCatalogue.Standard().Open(policy) : null;

    /// <param name="named">What <see cref="Named"/> gave; without it the task's own policy is looked for where nothing else chooses the QPs.</param>
    /// <param name="options">Of the command.</param>
    /// <param name="network">Of the task; null without one.</param>
    /// <param name="console">Told what the user would not expect.</param>
    /// <param name="cancellation">Ends the checks of the weights.</param>
    /// <returns>Null where another allocator is to choose.</returns>
    /// <exception cref="InvalidInputException">The policy is broken.</exception>
    /// <exception cref="UsageException">A trade-off was asked for where there is no policy.</exception>
    public static EncodePolicy? Open(PolicyFolder? named, EncodeOptions options, TaskNetwork? network, CliConsole console, CancellationToken cancellation)
    {
        var choice = options.Allocation;
        var folder = named ?? (options.TakesTasksPolicy && network is not null ? PolicyCatalogue.Standard().ForTask(network.Task.Name) : null);
        if (folder is null)
        {
            return choice.Tradeoff is null
                ? null
                : throw new UsageException($"--tradeoff: there is no policy for the task {network?.Task.Name} in {PolicyCatalogue.Standard().Folder}; name one with --policy");
        }

        var document = folder.Document;
        var index = IndexOf(choice.Tradeoff, document, console);
        if (named is null && choice.Search is null)
        {
            Note(console, $"QPs by {document.Name}, trade-off {document.Tradeoffs[index]}; --allocator or --qp choose another way");
        }

        if (network is not null && network.Task.Name != document.Task)
        {
            Note(console, $"{document.Name} learnt from the task {document.Task}; here it follows {network.Task.Name}");
        }

        Libtorch.Version();
        torch.set_num_threads(options.Threads ?? Environment.ProcessorCount);
        return new EncodePolicy(folder.Load(Devices.Open(choice.Task?.Device ?? TaskOptions.StandardDevice), cancellation), index);
    }

    public void Dispose() => Model.Dispose();

    /// <summary>The nearest, the finer of two that are as near; the middle one where none was asked for.</summary>
    private static int IndexOf(double? asked, PolicyDocument document, CliConsole console)
    {
        var tradeoffs = document.Tradeoffs;
        if (asked is not { } wanted)
        {
            return tradeoffs.Length / 2;
        }

        var index = Enumerable.Range(0, tradeoffs.Length).OrderBy(i => Math.Abs(tradeoffs[i] - wanted)).ThenByDescending(i => tradeoffs[i]).First();
        if (!tradeoffs[index].Equals(wanted))
        {
            Note(console, $"{document.Name} was not trained for trade-off {wanted}; the nearest, {tradeoffs[index]}, is taken");
        }

        return index;
    }

    private static void Note(CliConsole console, FormattableString words) => console.Error.WriteLine($"note: {words.ToString(CultureInfo.InvariantCulture)}");
}
