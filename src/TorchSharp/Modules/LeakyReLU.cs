using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>x where it is positive, a small multiple of it elsewhere.</summary>
        public sealed class LeakyReLU : nn.Module<Tensor, Tensor>
        {
            private readonly double _slope;
            private readonly bool _inplace;

            internal LeakyReLU(double slope, bool inplace)
                : base(nameof(LeakyReLU)) =>
                (_slope, _inplace) = (slope, inplace);

            public override Tensor forward(Tensor input) => _inplace ? input.leaky_relu_(_slope).alias() : input.leaky_relu(_slope);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static LeakyReLU LeakyReLU(double negative_slope = 0.01, bool inplace = false) => new(negative_slope, inplace);
        }
    }
}
