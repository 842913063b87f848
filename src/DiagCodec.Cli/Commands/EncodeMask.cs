using DiagCodec.Allocation;
using DiagCodec.Allocation.Maps;
using DiagCodec.Cli.Commands.Tasks;
using DiagCodec.Cli.Output;
using DiagCodec.Imaging.Masks;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Cli.Commands;

/// <summary>Where the diagnosis is: read from a file, or found by a network.</summary>
/// <param name="Labels">For the allocator; null where nobody says it.</param>
/// <param name="Found">All classes that the network found; null without a network.</param>
internal sealed record EncodeMask(LabelMap? Labels, LabelMap? Found)
{
    public static EncodeMask Of(
        AllocationChoice choice, ImageSeries series, TaskNetwork? network, ProgressLine progress, CliConsole console, CancellationToken cancellation)
    {
        var mask = network is null ? Read(choice, series, console, cancellation) : Find(network, series, progress, console, cancellation);
        if (mask.Labels is { } labels && Allocators.NeedsMask(choice.Allocator) && MaskCoverage.Of(labels).Oddity() is { } words)
        {
            console.Error.WriteLine($"note: {words}");
        }

        return mask;
    }

    private static EncodeMask Read(AllocationChoice choice, ImageSeries series, CliConsole console, CancellationToken cancellation)
    {
        if (choice.Mask is not { } path)
        {
            return new EncodeMask(null, null);
        }

        var mask = MaskReader.Read(path, series, cancellation).WithClasses(choice.MaskClasses);
        FindingsPrinter.Print(mask.Notes, console);
        return new EncodeMask(mask.Labels, null);
    }

    private static EncodeMask Find(TaskNetwork network, ImageSeries series, ProgressLine progress, CliConsole console, CancellationToken cancellation)
    {
        network.CheckAccepts(series, console);
        var found = network.Segment(series.Volume, "segmenting", progress, cancellation);
        return new EncodeMask(new SeriesMask(found, []).WithClasses(network.Task.Foreground).Labels, found);
    }
}
