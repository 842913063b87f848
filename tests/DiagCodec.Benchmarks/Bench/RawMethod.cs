using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Methods;

namespace DiagCodec.Benchmarks.Bench;

/// <summary>Stores frames as they are, in multiples of the parameter: the least that a codec can do.</summary>
internal sealed class RawMethod(ImmutableArray<double> grid) : IImageMethod
{
    private const string Name = "frames.raw";

    public MethodFacts Facts { get; } = new("raw", "frames as they are", "step", grid, 12, IsWindowed: false, UsesMask: false, 0.01);

    public Task<string> IdentityAsync(CancellationToken cancellation) => Task.FromResult("raw 1");

    public async Task<CodedCase> EncodeAsync(BenchInput input, double parameter, string folder, CancellationToken cancellation)
    {
        var frames = input.Prepared.Frames;
        var frame = new byte[frames.Format.FrameBytes];
        using var file = File.Create(Path.Combine(folder, Name));
        for (var z = 0; z < frames.Count; z++)
        {
            frames.Write(z, frame);
            foreach (ref var code in MemoryMarshal.Cast<byte, ushort>(frame.AsSpan()))
            {
                code = (ushort)(code / (int)parameter * (int)parameter);
            }

            await file.WriteAsync(frame, cancellation);
        }

        return new CodedCase(file.Length, ["store"]);
    }

    public async Task<string> DecodeAsync(
        string folder, FrameFormat format, int frames, Action<int, ReadOnlyMemory<byte>> take, CancellationToken cancellation)
    {
        var frame = new byte[format.FrameBytes];
        using var file = File.OpenRead(Path.Combine(folder, Name));
        for (var z = 0; z < frames; z++)
        {
            await file.ReadExactlyAsync(frame, cancellation);
            take(z, frame);
        }

        return "read";
    }
}
