using System.Collections.Immutable;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

/// <summary>Stands for a codec without an image: its labels are the mask it was given, at half the size, each pixel kept every step pixels.</summary>
internal sealed class LabelMethod(string name, params ImmutableArray<double> grid) : ILabelMethod
{
    private const string FileName = "labels.bin";

    /// <summary>Says one slice more than there is.</summary>
    public bool Lies { get; init; }

    public MethodFacts Facts => new(name, "labels", "step", grid, null, false, false, 2) { GivesLabels = true };

    public Task<string> IdentityAsync(CancellationToken cancellation) => Task.FromResult("labels 1");

    public async Task<CodedCase> EncodeAsync(BenchInput input, double parameter, string folder, CancellationToken cancellation)
    {
        var (mask, step) = (input.Mask, (int)parameter);
        var kept = new List<byte>([(byte)(mask.Columns / step), (byte)(mask.Rows / step), (byte)(mask.Slices + (Lies ? 1 : 0))]);
        for (var z = 0; z < kept[2]; z++)
        {
            var slice = mask.Slice(Math.Min(z, mask.Slices - 1)).ToArray();
            kept.AddRange(Enumerable.Range(0, kept[0] * kept[1]).Select(i => slice[(i / kept[0] * step * mask.Columns) + (i % kept[0] * step)]));
        }

        await File.WriteAllBytesAsync(Path.Combine(folder, FileName), kept.ToArray(), cancellation);
        return new CodedCase(kept.Count, [$"keep {parameter}"]);
    }

    public async Task<(LabelMap Labels, string Command)> LabelAsync(string folder, CancellationToken cancellation)
    {
        var bytes = await File.ReadAllBytesAsync(Path.Combine(folder, FileName), cancellation);
        return (new LabelMap(bytes[0], bytes[1], bytes[2], bytes.AsMemory(3), null), "label");
    }
}
