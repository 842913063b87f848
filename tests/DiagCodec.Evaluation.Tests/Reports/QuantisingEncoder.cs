using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DiagCodec.Coding.Encode;
using DiagCodec.Metrics;

namespace DiagCodec.Evaluation.Tests.Reports;

/// <summary>Stands for an encoder: it loses the low part of every code value, and says how many bits that took.</summary>
/// <param name="step">1: loses nothing.</param>
internal sealed class QuantisingEncoder(int step) : IVideoEncoder
{
    public string Name => "fake";

    public Task<EncodedVideo> EncodeAsync(EncodeRequest request, CancellationToken cancellation)
    {
        var format = request.Frames.Format;
        var statistics = ImmutableArray.CreateBuilder<FrameStatistics>();
        var frame = new byte[format.FrameBytes];
        for (var i = 0; i < request.Frames.Count; i++)
        {
            request.Frames.Write(i, frame);
            var codes = MemoryMarshal.Cast<byte, ushort>(frame.AsSpan());
            var source = codes.ToArray();
            foreach (ref var code in codes)
            {
                code = (ushort)(code / step * step);
            }

            var sse = SquaredError.Sum<ushort>(source, codes);
            var psnr = Psnr.Of(sse / source.Length, format.LargestCode);
            statistics.Add(new FrameStatistics(i, i == 0 ? "I" : "P", request.Plan.Map.Frames[i].FrameQp, i == 0 ? 8000 : 2400 + (80 * i), sse, psnr, 1));
            request.OnReconstruction?.Invoke(i, frame);
        }

        var video = Path.Combine(request.WorkFolder, "video.hevc");
        File.WriteAllBytes(video, new byte[statistics.Sum(s => s.Bits) / 8]);
        return Task.FromResult(new EncodedVideo(
            video, new FileInfo(video).Length, new string('a', 64), "fake 1.0", "step=" + step, statistics.ToImmutable(), TimeSpan.FromSeconds(3)));
    }
}
