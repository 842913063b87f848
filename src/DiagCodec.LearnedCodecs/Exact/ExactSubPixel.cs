namespace DiagCodec.LearnedCodecs.Exact;

/// <summary>Four channels of a place become the four places of a map of twice the sides.</summary>
internal sealed class ExactSubPixel : IExactLayer
{
    public ExactMap Apply(ExactMap input, int threads)
    {
        var output = ExactMap.Zeros(2 * input.Height, 2 * input.Width, input.Channels / 4);
        for (var place = 0; place < output.Places; place++)
        {
            var (row, column) = Math.DivRem(place, output.Width);
            var source = input.At((row / 2 * input.Width) + (column / 2));
            var target = output.At(place);
            var part = (row % 2 * 2) + (column % 2);
            for (var c = 0; c < target.Length; c++)
            {
                target[c] = source[(4 * c) + part];
            }
        }

        return output;
    }
}
