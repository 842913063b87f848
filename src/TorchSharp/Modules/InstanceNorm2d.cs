using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Ulyanov et al. (2016): each channel of each image has mean 0 and variance 1.</summary>
        public sealed class InstanceNorm2d : nn.Module<Tensor, Tensor>
        {
            private readonly double _eps;

            internal InstanceNorm2d(long features, double eps, bool affine, Device? device, ScalarType? dtype)
                : base(nameof(InstanceNorm2d))
            {
                _eps = eps;
                if (affine)
                {
                    weight = new Parameter(ones([features], dtype, device));
                    bias = new Parameter(zeros([features], dtype, device));
                    register_parameter(nameof(weight), weight);
                    register_parameter(nameof(bias), bias);
                }
            }

            public Parameter? weight { get; }

            public Parameter? bias { get; }

            public override Tensor forward(Tensor input) => nn.functional.instance_norm(input, weight: weight, bias: bias, eps: _eps);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Running statistics, which PyTorch leaves off by default, are not kept.</summary>
            public static InstanceNorm2d InstanceNorm2d(
                long num_features, double eps = 1e-05, double momentum = 0.1, bool affine = false, bool track_running_stats = false, Device? device = null, ScalarType? dtype = null) =>
                track_running_stats
                    ? throw new NotSupportedException("instance normalisation keeps no running statistics here")
                    : new(num_features, eps, affine, device, dtype);
        }
    }
}
