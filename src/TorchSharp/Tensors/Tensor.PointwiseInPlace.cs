using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs_()
        {
            Shim.ts_abs_(this);
            return this;
        }

        public Tensor ceil_()
        {
            Shim.ts_ceil_(this);
            return this;
        }

        public Tensor cos_()
        {
            Shim.ts_cos_(this);
            return this;
        }

        public Tensor erf_()
        {
            Shim.ts_erf_(this);
            return this;
        }

        public Tensor erfc_()
        {
            Shim.ts_erfc_(this);
            return this;
        }

        public Tensor exp_()
        {
            Shim.ts_exp_(this);
            return this;
        }

        public Tensor expm1_()
        {
            Shim.ts_expm1_(this);
            return this;
        }

        public Tensor floor_()
        {
            Shim.ts_floor_(this);
            return this;
        }

        public Tensor log_()
        {
            Shim.ts_log_(this);
            return this;
        }

        public Tensor log10_()
        {
            Shim.ts_log10_(this);
            return this;
        }

        public Tensor log1p_()
        {
            Shim.ts_log1p_(this);
            return this;
        }

        public Tensor log2_()
        {
            Shim.ts_log2_(this);
            return this;
        }

        public Tensor neg_()
        {
            Shim.ts_neg_(this);
            return this;
        }

        public Tensor reciprocal_()
        {
            Shim.ts_reciprocal_(this);
            return this;
        }

        public Tensor relu_()
        {
            Shim.ts_relu_(this);
            return this;
        }

        public Tensor round_()
        {
            Shim.ts_round_(this);
            return this;
        }

        public Tensor rsqrt_()
        {
            Shim.ts_rsqrt_(this);
            return this;
        }

        public Tensor sigmoid_()
        {
            Shim.ts_sigmoid_(this);
            return this;
        }

        public Tensor sign_()
        {
            Shim.ts_sign_(this);
            return this;
        }

        public Tensor sin_()
        {
            Shim.ts_sin_(this);
            return this;
        }

        public Tensor sqrt_()
        {
            Shim.ts_sqrt_(this);
            return this;
        }

        public Tensor square_()
        {
            Shim.ts_square_(this);
            return this;
        }

        public Tensor tan_()
        {
            Shim.ts_tan_(this);
            return this;
        }

        public Tensor tanh_()
        {
            Shim.ts_tanh_(this);
            return this;
        }

        public Tensor trunc_()
        {
            Shim.ts_trunc_(this);
            return this;
        }
    }
}
