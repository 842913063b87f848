using DiagCodec.Coding.Encode;
using DiagCodec.Evaluation.Bench.Methods.Hevc;

namespace DiagCodec.Evaluation.Tests.Bench.Methods.Hevc;

/// <summary>x265 that says how often it encoded more than its own one frame of identity.</summary>
internal sealed class CountingEncoder : IVideoEncoder
{
    private readonly X265Encoder _encoder = new(X265Program.Find());
    private int _encodes;

    public string Name => _encoder.Name;

    public int Encodes => _encodes;

    /// <summary>Gets the number of every encode before it begins.</summary>
    public Action<int> Encoding { get; set; } = _ => { };

    /// <summary>With this encoder for all of its methods.</summary>
    public HevcCodec Codec => new("x265", "x265", true, true, 16, _ => 1, () => this);

    public Task<EncodedVideo> EncodeAsync(EncodeRequest request, CancellationToken cancellation)
    {
        if (request.Frames.Count > 1)
        {
            Encoding(Interlocked.Increment(ref _encodes));
        }

        cancellation.ThrowIfCancellationRequested();
        return _encoder.EncodeAsync(request, cancellation);
    }
}
