using DiagCodec.Allocation.Maps;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Allocation;

/// <summary>The allocators by the words of the command line.</summary>
public static class Allocators
{
    /// <summary>Rises whenever an allocator or the search for a size gives other QPs than before, so that results that are kept are not mixed.</summary>
    public const int Version = 1;

    public const string Uniform = "uniform";

    public const string Roi = "roi";

    /// <summary>In manifests and tables; on the command line a policy is named by itself.</summary>
    public const string Policy = "policy";

    public static IReadOnlyList<string> Names { get; } = [Uniform, .. MapShape.All.Select(s => s.Name), Roi];

    public static bool NeedsMask(string name) => name != Uniform;

    /// <exception cref="UsageException">There is none of that name, or an option is out of range.</exception>
    public static IBitAllocator Named(string name, MaskMapOptions options) => name switch
    {
        Uniform => new UniformAllocator(),
        Roi => new RoiAllocator(options),
        _ => MapShape.All.FirstOrDefault(s => s.Name == name) is { } shape
            ? new ShapedMapAllocator(shape, options)
            : throw new UsageException($"--allocator {name}: expected {string.Join(" or ", Names)}"),
    };
}
