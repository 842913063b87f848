using static TorchSharp.torch;

namespace TorchSharp.Tests.Gradients;

/// <summary>Element by element.</summary>
internal static class PointwiseCases
{
    private static readonly long[][] One = [[2, 3]];
    private static readonly long[][] Two = [[2, 3], [2, 3]];
    private static readonly long[][] Three = [[2, 3], [2, 3], [2, 3]];

    internal static IEnumerable<GradientCase> All => [.. Unary(), .. Binary(), .. Others(), .. Activations()];

    private static IEnumerable<GradientCase> Unary()
    {
        (string Name, Func<Tensor, Tensor> Of, Func<Tensor, Tensor> InPlace, bool Positive)[] rows =
        [
            ("abs", x => x.abs(), x => x.abs_(), false), ("ceil", x => x.ceil(), x => x.ceil_(), false),
            ("cos", x => x.cos(), x => x.cos_(), false), ("erf", x => x.erf(), x => x.erf_(), false),
            ("erfc", x => x.erfc(), x => x.erfc_(), false), ("exp", x => x.exp(), x => x.exp_(), false),
            ("expm1", x => x.expm1(), x => x.expm1_(), false), ("floor", x => x.floor(), x => x.floor_(), false),
            ("log", x => x.log(), x => x.log_(), true), ("log10", x => x.log10(), x => x.log10_(), true),
            ("log1p", x => x.log1p(), x => x.log1p_(), false), ("log2", x => x.log2(), x => x.log2_(), true),
            ("neg", x => x.neg(), x => x.neg_(), false), ("reciprocal", x => x.reciprocal(), x => x.reciprocal_(), true),
            ("relu", x => x.relu(), x => x.relu_(), false), ("round", x => (x * 0.5).round(), x => x.mul_(0.5).round_(), false),
            ("rsqrt", x => x.rsqrt(), x => x.rsqrt_(), true), ("sigmoid", x => x.sigmoid(), x => x.sigmoid_(), false),
            ("sign", x => x.sign(), x => x.sign_(), false), ("sin", x => x.sin(), x => x.sin_(), false),
            ("sqrt", x => x.sqrt(), x => x.sqrt_(), true), ("square", x => x.square(), x => x.square_(), false),
            ("tan", x => x.tan(), x => x.tan_(), false), ("tanh", x => x.tanh(), x => x.tanh_(), false),
            ("trunc", x => x.trunc(), x => x.trunc_(), false),
        ];
        foreach (var (name, of, inPlace, positive) in rows)
        {
            yield return new(name, x => of(x[0]), One, positive);
            yield return new(name + "_", x => inPlace(x[0].clone()), One, positive);
        }
    }

    private static IEnumerable<GradientCase> Binary()
    {
        (string Name, Func<Tensor, Tensor, Tensor> Of, Func<Tensor, Tensor, Tensor> InPlace, Func<Tensor, Tensor> Number, Func<Tensor, Tensor> NumberInPlace)[] rows =
        [
            ("add", (x, y) => x.add(y), (x, y) => x.add_(y, 0.5), x => x.add(2.5), x => x.add_(2.5)),
            ("sub", (x, y) => x - y, (x, y) => x.sub_(y), x => x - 2.5, x => x.sub_(2.5)),
            ("mul", (x, y) => x * y, (x, y) => x.mul_(y), x => x * 2.5, x => x.mul_(2.5)),
            ("div", (x, y) => x / y, (x, y) => x.div_(y), x => x / 2.5, x => x.div_(2.5)),
            ("pow", (x, y) => x.pow(y), (x, y) => x.pow_(y), x => x.pow(2.5), x => x.pow_(2.5)),
            ("remainder", (x, y) => x.remainder(y), (x, y) => x.remainder_(y), x => x.remainder(0.37), x => x.remainder_(0.37)),
            ("fmod", (x, y) => x.fmod(y.detach()), (x, y) => x.fmod_(y.detach()), x => x.fmod(0.37), x => x.fmod_(0.37)),
        ];
        foreach (var (name, of, inPlace, number, numberInPlace) in rows)
        {
            var shapes = name == "fmod" ? One : Two;
            yield return new(name, x => of(x[0], Second(x)), shapes, Positive: true);
            yield return new(name + "_", x => inPlace(x[0].clone(), Second(x)), shapes, Positive: true);
            yield return new(name + "_number", x => number(x[0]), One, Positive: true);
            yield return new(name + "_number_", x => numberInPlace(x[0].clone()), One, Positive: true);
        }
    }

    private static Tensor Second(Tensor[] x) => x.Length > 1 ? x[1] : full([2, 3], 0.31, float64);

    private static IEnumerable<GradientCase> Others() =>
    [
        new("number_sub", x => 2.5 - x[0], One),
        new("number_div", x => 2.5 / x[0], One),
        new("number_pow", x => pow(2.5, x[0]), One),
        new("addcmul", x => x[0].addcmul(x[1], x[2], 0.5), Three),
        new("addcmul_", x => x[0].clone().addcmul_(x[1], x[2], 0.5), Three),
        new("addcdiv", x => x[0].addcdiv(x[1], x[2], 0.5), Three),
        new("addcdiv_", x => x[0].clone().addcdiv_(x[1], x[2], 0.5), Three),
        new("lerp", x => x[0].lerp(x[1], x[2]), Three),
        new("atan2", x => x[0].atan2(x[1]), Two),
        new("maximum", x => maximum(x[0], x[1]), Two),
        new("minimum", x => minimum(x[0], x[1]), Two),
        new("clamp", x => x[0].clamp(-0.5, 0.5), One),
        new("clamp_", x => x[0].clone().clamp_(min: -0.5), One),
        new("round_decimals", x => x[0].round(1), One),
        new("fill_", x => x[0].clone().fill_(2) + x[0], One),
        new("zero_", x => x[0].clone().zero_() + x[0], One),
        new("copy_", x => x[0].clone().copy_(x[1]), Two),
        new("where", x => where(tensor(new[] { true, false, true }), x[0], x[1]), Two),
        new("alias", x => x[0].alias(), One),
        new("clone", x => x[0].clone(), One),
        new("contiguous", x => x[0].t().contiguous(), One),
        new("to", x => x[0].to(float64, copy: true), One),
    ];

    private static IEnumerable<GradientCase> Activations() =>
    [
        new("leaky_relu", x => x[0].leaky_relu(0.1), One),
        new("leaky_relu_", x => x[0].clone().leaky_relu_(0.1), One),
        new("elu", x => x[0].elu(1.5), One),
        new("gelu", x => x[0].gelu(), One),
        new("silu", x => x[0].silu(), One),
        new("softplus", x => x[0].softplus(2), One),
        new("log_sigmoid", x => x[0].log_sigmoid(), One),
        new("softmax", x => x[0].softmax(1), One),
        new("log_softmax", x => x[0].log_softmax(1), One),
        new("dropout", x => Seeded(() => nn.functional.dropout(x[0], 0.4)), [[4, 5]]),
        new("feature_dropout", x => Seeded(() => nn.functional.dropout2d(x[0], 0.4)), [[2, 4, 2, 2]]),
    ];

    /// <summary>The same random numbers every time.</summary>
    private static Tensor Seeded(Func<Tensor> make)
    {
        using var state = random.get_rng_state();
        manual_seed(11);
        var made = make();
        random.set_rng_state(state);
        return made;
    }
}
