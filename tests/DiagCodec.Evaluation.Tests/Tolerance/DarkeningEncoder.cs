using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DiagCodec.Coding.Encode;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Tests.Tolerance;

/// <summary>Stands for an encoder: column x loses 2 QP (x mod 8) code values, so that a threshold finds less with every QP. Fails after so many runs.</summary>
internal sealed class DarkeningEncoder(int runs = int.MaxValue, string version = "fake 1") : IVideoEncoder
{
    private int _runs;

    public string Name => "fake";

    /// <summary>Encodes begun so far.</summary>
    public int Runs => _runs;

    public Task<EncodedVideo> EncodeAsync(EncodeRequest request, CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _runs) > runs)
        {
            throw new ToolException("the encoder stopped");
        }

        var format = request.Frames.Format;
        var frame = new byte[format.FrameBytes];
        for (var i = 0; i < request.Frames.Count; i++)
        {
            request.Frames.Write(i, frame);
            var codes = MemoryMarshal.Cast<byte, ushort>(frame.AsSpan());
            for (var at = 0; at < codes.Length; at++)
            {
                codes[at] = (ushort)Math.Max(0, codes[at] - (2 * request.Plan.BaseQp * (at % format.Width % 8)));
            }

            request.OnReconstruction?.Invoke(i, frame);
        }

        return Task.FromResult(new EncodedVideo(
            Path.Combine(request.WorkFolder, "video.hevc"), 2000 - (20 * request.Plan.BaseQp), "", version, "", ImmutableArray<FrameStatistics>.Empty, TimeSpan.Zero));
    }
}
