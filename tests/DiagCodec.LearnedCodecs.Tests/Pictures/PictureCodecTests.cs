using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Pictures;
using DiagCodec.LearnedCodecs.Streams;
using DiagCodec.LearnedCodecs.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Tests.Pictures;

public sealed class PictureCodecTests
{
    [Theory]
    [InlineData(CodecShape.MeanScale, 1, 12, 65, 1)]
    [InlineData(CodecShape.MeanScale, 3, 8, 64, 64)]
    [InlineData(CodecShape.Cheng, 1, 10, 33, 130)]
    [InlineData(CodecShape.Cheng, 3, 8, 1, 1)]
    public void Pictures_of_odd_sizes_come_back_in_their_size_and_range(string name, int channels, int depth, int width, int height)
    {
        using var codec = new PictureCodec(new CodecShape(name, channels, 8, 8).Create(), CPU);
        var random = new Random(1);
        var picture = new Picture(width, height, channels, depth, [.. Enumerable.Range(0, channels * width * height).Select(_ => (ushort)random.Next(1 << depth))]);
        var encoded = codec.Encode(picture, 1);
        var header = new LearnedStreamHeader(name, new string('0', 16), width, height, channels, depth, 1);
        var known = codec.Latents(encoded.Slice, header, 2);
        Assert.Equal(encoded.Known.Values, known.Values);
        var decoded = codec.Synthesise(known, width, height, depth);
        Assert.Equal((width, height, channels, depth), (decoded.Width, decoded.Height, decoded.Channels, decoded.BitDepth));
        Assert.Equal(picture.Samples.Length, decoded.Samples.Length);
        Assert.All(decoded.Samples, s => Assert.InRange(s, 0, picture.Largest));
        Assert.Equal(codec.Synthesise(encoded.Known, width, height, depth).Samples, decoded.Samples);
    }

    [Fact]
    public void Edges_are_repeated_into_the_padding()
    {
        using var scope = NewDisposeScope();
        var input = PictureTensor.Of(new Picture(2, 2, 1, 8, [0, 51, 102, 255]));
        Assert.Equal([1, 1, 64, 64], input.shape);
        var values = input.data<float>();
        Assert.Equal([0f, 0.2f, 0.2f, 0.4f, 1f, 1f, 0.4f, 1f], new[] { values[0, 0, 0, 0], values[0, 0, 0, 1], values[0, 0, 0, 63], values[0, 0, 1, 0], values[0, 0, 1, 1], values[0, 0, 63, 63], values[0, 0, 63, 0], values[0, 0, 1, 63] }.Select(v => MathF.Round(v, 5)));
        Assert.Equal([0, 51, 102, 255], PictureTensor.Picture(input, 2, 2, 8).Samples.Select(s => (int)s));
    }

    [Fact]
    public void A_picture_of_other_channels_is_refused()
    {
        using var codec = new PictureCodec(new CodecShape(CodecShape.MeanScale, 3, 8, 8).Create(), CPU);
        Assert.Contains("pictures of 3 channels, this one has 1", Assert.Throws<InvalidInputException>(() => codec.Encode(new Picture(1, 1, 1, 8, [0]), 1)).Message, StringComparison.Ordinal);
    }
}
