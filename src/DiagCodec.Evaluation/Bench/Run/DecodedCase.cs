using System.Diagnostics;
using System.Security.Cryptography;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Prepare;
using DiagCodec.Evaluation.Bench.Methods;
using DiagCodec.Evaluation.Bench.Store;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Resample;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Evaluation.Bench.Run;

/// <summary>A case as a decoder gives it.</summary>
/// <param name="Sha256">Of the stored values, or of the labels.</param>
/// <param name="FramesSha256">Of the frames as they came; null where none do.</param>
/// <param name="Command">That decoded.</param>
/// <param name="Time">That took.</param>
internal sealed record DecodedCase(string Sha256, string? FramesSha256, string Command, TimeSpan Time)
{
    /// <summary>On the source's grid, padding restored; null where the method gives labels.</summary>
    public Volume? Volume { get; init; }

    /// <summary>On the source's grid; null where the method gives an image.</summary>
    public LabelMap? Labels { get; init; }

    /// <summary>Whatever the method gives.</summary>
    /// <inheritdoc cref="OfImageAsync" path="/param"/>
    /// <inheritdoc cref="OfImageAsync" path="/exception"/>
    public static Task<DecodedCase> OfAsync(IBenchMethod method, string folder, CaseContents source, PreparedSeries prepared, CancellationToken cancellation) => method switch
    {
        ILabelMethod labels => OfLabelsAsync(labels, folder, source, cancellation),
        IImageMethod image => OfImageAsync(image, folder, source, prepared, cancellation),
        _ => throw new ArgumentException($"{method.Facts.Name} gives neither an image nor labels", nameof(method)),
    };

    /// <summary>Class numbers are brought to the source's grid pixel by pixel, so that none is invented.</summary>
    private static async Task<DecodedCase> OfLabelsAsync(ILabelMethod method, string folder, CaseContents source, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var (labels, command) = await method.LabelAsync(folder, cancellation);
        var time = watch.Elapsed;
        var volume = source.Volume;
        if (labels.Slices != volume.Slices)
        {
            throw new ToolException($"{method.Facts.Name}: the decoder gave {labels.Slices} slices, expected {volume.Slices}");
        }

        var onSource = new byte[volume.PixelsPerSlice * volume.Slices];
        for (var z = 0; z < volume.Slices; z++)
        {
            PlaneResampler.Nearest(labels.Slice(z), labels.Columns, labels.Rows, onSource.AsSpan(z * volume.PixelsPerSlice, volume.PixelsPerSlice), volume.Columns, volume.Rows);
        }

        var found = new LabelMap(volume.Columns, volume.Rows, volume.Slices, onSource, volume.Geometry);
        return new DecodedCase(LabelFile.Sha256(found), null, command, time) { Labels = found };
    }

    /// <param name="method">That coded it.</param>
    /// <param name="folder">As the method left it.</param>
    /// <param name="source">What was coded.</param>
    /// <param name="prepared">As it was coded.</param>
    /// <param name="cancellation">Ends the decoder.</param>
    /// <exception cref="ToolException">The decoder failed, or gave other frames than asked for.</exception>
    private static async Task<DecodedCase> OfImageAsync(
        IImageMethod method, string folder, CaseContents source, PreparedSeries prepared, CancellationToken cancellation)
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
        return new DecodedCase(Hash(decoded), Convert.ToHexStringLower(frames.GetHashAndReset()), command, time) { Volume = decoded };

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
