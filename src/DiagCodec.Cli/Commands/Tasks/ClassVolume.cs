using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Imaging.Volumes;
using DiagCodec.Networks.Models;

namespace DiagCodec.Cli.Commands.Tasks;

/// <summary>How much of a class was found.</summary>
/// <param name="Number">Of the class.</param>
/// <param name="Name">Of the class.</param>
/// <param name="Voxels">0 or more.</param>
/// <param name="Ml">The same in millilitres; null where the spacing is not known.</param>
internal sealed record ClassVolume(int Number, string Name, long Voxels, double? Ml)
{
    private const double CubicMillimetresPerMillilitre = 1000;

    public static ImmutableArray<ClassVolume> Of(LabelMap labels, ModelTask task)
    {
        var voxels = new long[task.OutputChannels];
        foreach (var label in labels.Labels.Span)
        {
            voxels[label]++;
        }

        var volume = labels.Geometry?.VoxelVolume / CubicMillimetresPerMillilitre;
        return [.. task.Classes.Select(c => new ClassVolume(c.Number, c.Name, voxels[c.Number], voxels[c.Number] * volume))];
    }

    public override string ToString() => Ml is { } ml
        ? string.Create(CultureInfo.InvariantCulture, $"{Name}: {Voxels} voxels, {ml:0.###} ml")
        : string.Create(CultureInfo.InvariantCulture, $"{Name}: {Voxels} voxels");
}
