using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Shim.ts_abs(this);

        public Tensor ceil() => Shim.ts_ceil(this);

        public Tensor cos() => Shim.ts_cos(this);

        public Tensor erf() => Shim.ts_erf(this);

        public Tensor erfc() => Shim.ts_erfc(this);

        public Tensor exp() => Shim.ts_exp(this);

        public Tensor expm1() => Shim.ts_expm1(this);

        public Tensor floor() => Shim.ts_floor(this);

        public Tensor log() => Shim.ts_log(this);

        public Tensor log10() => Shim.ts_log10(this);

        public Tensor log1p() => Shim.ts_log1p(this);

        public Tensor log2() => Shim.ts_log2(this);

        public Tensor neg() => Shim.ts_neg(this);

        public Tensor reciprocal() => Shim.ts_reciprocal(this);

        public Tensor relu() => Shim.ts_relu(this);

        public Tensor round() => Shim.ts_round(this);

        public Tensor rsqrt() => Shim.ts_rsqrt(this);

        public Tensor sigmoid() => Shim.ts_sigmoid(this);

        public Tensor sign() => Shim.ts_sign(this);

        public Tensor sin() => Shim.ts_sin(this);

        public Tensor sqrt() => Shim.ts_sqrt(this);

        public Tensor square() => Shim.ts_square(this);

        public Tensor tan() => Shim.ts_tan(this);

        public Tensor tanh() => Shim.ts_tanh(this);

        public Tensor trunc() => Shim.ts_trunc(this);

        /// <param name="decimals">Digits behind the point that stay.</param>
        public Tensor round(long decimals) => Shim.ts_round_decimals(this, decimals);

        public Tensor alias() => Shim.ts_alias(this);
    }
}
