using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Bench.Run;

/// <summary>Stands for a codec: code values become multiples of the parameter, outside the mask of twice that where the method uses it, and are stored raw.</summary>
internal sealed class QuantisingMethod(string name, params ImmutableArray<double> grid) : IImageMethod
{
    private int _encodes;
    private int _decodes;

    public string Version { get; init; } = "1";

    public bool UsesMask { get; init; }

    public bool IsWindowed { get; init; }

    public int? BitDepth { get; init; }

    /// <summary>Chooses QPs: 30, and 24 in blocks that hold mask.</summary>
    public bool HasMap { get; init; }

    /// <summary>Says another hash of its frames than it has.</summary>
    public bool Lies { get; init; }

    /// <summary>Name of a case on which the encoder fails.</summary>
    public string? FailsOn { get; set; }

    /// <summary>Called at the start of every call.</summary>
    public Action Called { get; init; } = () => { };

    public int Encodes => _encodes;

    public int Decodes => _decodes;

    public MethodFacts Facts => new(name, "quantised, raw", "step", grid, BitDepth, IsWindowed, UsesMask, 2);

    public Task<string> IdentityAsync(CancellationToken cancellation) => Task.FromResult($"quantiser {Version}");

    public async Task<CodedCase> EncodeAsync(BenchInput input, double parameter, string folder, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _encodes);
        Called();
        cancellation.ThrowIfCancellationRequested();
        if (input.Prepared.Series.Id == FailsOn)
        {
            throw new ToolException($"{folder}/frames.bin: the encoder ended with 1\nof {input.Prepared.Series.Id}");
        }

        var frames = input.Prepared.Frames;
        var frame = new byte[frames.Format.FrameBytes];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = File.Create(Path.Combine(folder, "frames.bin"));
        for (var z = 0; z < frames.Count; z++)
        {
            frames.Write(z, frame);
            Quantise(frame, frames, input, z, (int)parameter);
            hash.AppendData(frame);
            await file.WriteAsync(frame, cancellation);
        }

        return new CodedCase(file.Length / (int)parameter, [$"quantise {parameter}"])
        {
            Map = HasMap ? Map(input) : null,
            ReconstructionSha256 = Lies ? new string('0', 64) : Convert.ToHexStringLower(hash.GetHashAndReset()),
        };
    }

    public async Task<string> DecodeAsync(
        string folder, FrameFormat format, int frames, Action<int, ReadOnlyMemory<byte>> take, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _decodes);
        Called();
        cancellation.ThrowIfCancellationRequested();
        using var file = File.OpenRead(Path.Combine(folder, "frames.bin"));
        var frame = new byte[format.FrameBytes];
        for (var z = 0; z < frames; z++)
        {
            await file.ReadExactlyAsync(frame, cancellation);
            take(z, frame);
        }

        return "copy frames.bin";
    }

    private void Quantise(byte[] frame, FrameSequence frames, BenchInput input, int z, int step)
    {
        var mask = input.Mask.Slice(z);
        for (var i = 0; i < frames.Format.LumaSamples; i++)
        {
            var (x, y) = (i % frames.Format.Width, i / frames.Format.Width);
            var isInside = x < input.Mask.Columns && y < input.Mask.Rows && mask[(y * input.Mask.Columns) + x] != 0;
            var coarse = UsesMask && !isInside ? 2 * step : step;
            if (frames.Format.BytesPerSample == 1)
            {
                frame[i] = (byte)(frame[i] / coarse * coarse);
            }
            else
            {
                var codes = MemoryMarshal.Cast<byte, ushort>(frame.AsSpan());
                codes[i] = (ushort)(codes[i] / coarse * coarse);
            }
        }
    }

    private static QpMap Map(BenchInput input)
    {
        var frames = input.Prepared.Frames;
        var shares = new MaskShares(input.Mask, frames.Format, frames.Count, 16);
        return new QpMap(
            16,
            shares.Columns,
            shares.Rows,
            [.. Enumerable.Range(0, frames.Count).Select(z => new FrameQps(30, [.. shares.Of(z).Select(s => s > 0 ? (sbyte)-6 : (sbyte)0)]))])
        {
            HighestCodedQp = QpMap.HighestCodedQpAt(frames.Format.BitDepth),
        };
    }
}
