using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor leaky_relu(double negative_slope = 0.01) => Shim.ts_leaky_relu(this, negative_slope);

        public Tensor leaky_relu_(double negative_slope = 0.01)
        {
            Shim.ts_leaky_relu_(this, negative_slope);
            return this;
        }

        public Tensor elu(double alpha = 1.0) => Shim.ts_elu(this, alpha);

        public Tensor gelu() => Shim.ts_gelu(this);

        public Tensor silu() => Shim.ts_silu(this);

        public Tensor softplus(double beta = 1, double threshold = 20) => Shim.ts_softplus(this, beta, threshold);

        public Tensor log_sigmoid() => Shim.ts_log_sigmoid(this);

        public Tensor softmax(long dim, ScalarType? dtype = null) => Shim.ts_softmax(this, dim, Code(dtype));

        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Shim.ts_log_softmax(this, dim, Code(dtype));
    }
}
