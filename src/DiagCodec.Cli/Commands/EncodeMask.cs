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
    /// <param name="choice">Names the mask.</param>
    /// <param name="followed">Whether QPs will follow it.</param>
    /// <param name="series">That is coded.</param>
    /// <param name="network">That finds the mask; null: it is read.</param>
    /// <param name="progress">Of the network.</param>
    /// <param name="console">Told what is odd.</param>
    /// <param name="cancellation">Ends between slices.</param>
    public static EncodeMask Of(
        AllocationChoice choice, bool followed, ImageSeries series, TaskNetwork? network, ProgressLine progress, CliConsole console, CancellationToken cancellation)
    {
        var mask = network is null ? Read(choice, series, console, cancellation) : Find(network, series, progress, console, cancellation);
        if (mask.Labels is { } labels && followed && MaskCoverage.Of(labels).Oddity() is { } words)
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
