using System.Diagnostics;
using System.Security.Cryptography;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>A case as a decoder gives it.</summary>
/// <param name="Volume">On the source's grid, padding restored.</param>
/// <param name="Sha256">Of its stored values.</param>
/// <param name="FramesSha256">Of the frames as they came.</param>
/// <param name="Command">That decoded.</param>
/// <param name="Time">That took.</param>
internal sealed record DecodedCase(Volume Volume, string Sha256, string FramesSha256, string Command, TimeSpan Time)
{
    /// <param name="method">That coded it.</param>
    /// <param name="folder">As the method left it.</param>
    /// <param name="source">What was coded.</param>
    /// <param name="prepared">As it was coded.</param>
    /// <param name="cancellation">Ends the decoder.</param>
    /// <exception cref="ToolException">The decoder failed, or gave other frames than asked for.</exception>
    public static async Task<DecodedCase> OfAsync(
        IBenchMethod method, string folder, CaseContents source, PreparedSeries prepared, CancellationToken cancellation)
    {
        var format = prepared.Frames.Format;
        var volume = new ReconstructedVolume(source.Volume, format, prepared.Frames.Mapping, prepared.Padding);
        using var frames = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var taken = 0;
        var watch = Stopwatch.StartNew();
        var command = await method.DecodeAsync(folder, format, prepared.Frames.Count, Take, cancellation);
        var time = watch.Elapsed;
        if (taken != prepared.Frames.Count)
        {
            throw new ToolException($"{method.Facts.Name}: the decoder gave {taken} frames, expected {prepared.Frames.Count}");
        }

        var decoded = volume.ToVolume();
        return new DecodedCase(decoded, Hash(decoded), Convert.ToHexStringLower(frames.GetHashAndReset()), command, time);

        void Take(int index, ReadOnlyMemory<byte> frame)
        {
            if (index != taken || index >= prepared.Frames.Count || frame.Length != format.FrameBytes)
            {
                throw new ToolException(
                    $"{method.Facts.Name}: the decoder gave frame {index} of {frame.Length} bytes, expected frame {taken} of {prepared.Frames.Count}, {format.FrameBytes} bytes");
            }

            frames.AppendData(frame.Span);
            volume.Take(index, frame);
            taken++;
        }
    }

    /// <summary>SHA-256 over the stored values.</summary>
    public static string Hash(Volume volume)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (var z = 0; z < volume.Slices; z++)
        {
            hash.AppendData(volume.SliceBytes(z));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
