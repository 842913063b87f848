using System.Collections.Immutable;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Mvmic;
using static TorchSharp.torch;

namespace DiagCodec.LearnedCodecs.Exact;

/// <summary>h_s of a codec, exact.</summary>
internal sealed class ExactHyperSynthesis
{
    private readonly ImmutableArray<IExactLayer> _layers;

    private ExactHyperSynthesis(ImmutableArray<IExactLayer> layers) => _layers = layers;

    public static ExactHyperSynthesis Of(HyperpriorCodec codec)
    {
        var state = codec.state_dict();
        IExactLayer Plain(string name) => new ExactConvolution(Weight(state, name), Bias(state, name));
        IExactLayer Up(string name) => new ExactTransposed(Weight(state, name), Bias(state, name));
        return new ExactHyperSynthesis(codec switch
        {
            MeanScaleHyperprior or MvmicNet => [Up("h_s.0"), new ExactLeaky(), Up("h_s.2"), new ExactLeaky(), Plain("h_s.4")],
            Cheng2020Anchor =>
            [
                Plain("h_s.0"), new ExactLeaky(), Plain("h_s.2.0"), new ExactSubPixel(), new ExactLeaky(), Plain("h_s.4"), new ExactLeaky(),
                Plain("h_s.6.0"), new ExactSubPixel(), new ExactLeaky(), Plain("h_s.8"),
            ],
            _ => throw new NotSupportedException($"{codec.GetType().Name} has no exact kernels"),
        });
    }

    public ExactMap Apply(ExactMap input, int threads) => _layers.Aggregate(input, (map, layer) => layer.Apply(map, threads));

    private static ExactTensor Weight(IReadOnlyDictionary<string, Tensor> state, string name) => ExactTensor.Of(state, name + ".weight");

    private static ExactTensor Bias(IReadOnlyDictionary<string, Tensor> state, string name) => ExactTensor.Of(state, name + ".bias");
}
