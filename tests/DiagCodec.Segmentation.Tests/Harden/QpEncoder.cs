using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DiagCodec.Coding.Encode;

namespace DiagCodec.Segmentation.Tests.Harden;

/// <summary>Stands for an encoder: it takes QP / 2 from the even code values of a block, so that its picture tells which QP the block had.</summary>
internal sealed class QpEncoder(string version = "fake 1") : IVideoEncoder
{
    private int _runs;

    public string Name => "fake";

    /// <summary>Encodes begun so far.</summary>
    public int Runs => _runs;

    /// <summary>Loses nothing at QP 0.</summary>
    public static int Changed(int code, int qp) => code % 2 == 0 ? Math.Max(0, code - (qp / 2)) : code;

    public Task<EncodedVideo> EncodeAsync(EncodeRequest request, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _runs);
        cancellation.ThrowIfCancellationRequested();
        var (format, map) = (request.Frames.Format, request.Plan.Map);
        var frame = new byte[format.FrameBytes];
        var qps = 0L;
        for (var i = 0; i < request.Frames.Count; i++)
        {
            request.Frames.Write(i, frame);
            var codes = MemoryMarshal.Cast<byte, ushort>(frame.AsSpan());
            for (var at = 0; at < format.LumaSamples; at++)
            {
                var block = (at / format.Width / map.BlockSize * map.Columns) + (at % format.Width / map.BlockSize);
                codes[at] = (ushort)Changed(codes[at], map.AbsoluteQp(i, block));
            }

            qps += map.Frames[i].FrameQp;
            request.OnReconstruction?.Invoke(i, frame);
        }

        return Task.FromResult(new EncodedVideo(
            Path.Combine(request.WorkFolder, "video.hevc"), 1000 - qps, "", version, "", ImmutableArray<FrameStatistics>.Empty, TimeSpan.Zero));
    }
}
