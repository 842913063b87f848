using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Wu and He (2018): each group of channels of each image has mean 0 and variance 1 before scale and shift.</summary>
        public sealed class GroupNorm : nn.Module<Tensor, Tensor>
        {
            private readonly long _groups;
            private readonly double _eps;

            internal GroupNorm(long groups, long channels, double eps, bool affine, Device? device, ScalarType? dtype)
                : base(nameof(GroupNorm))
            {
                (_groups, _eps) = (groups, eps);
                if (affine)
                {
                    weight = new Parameter(ones([channels], dtype, device));
                    bias = new Parameter(zeros([channels], dtype, device));
                }

                register_parameter(nameof(weight), weight);
                register_parameter(nameof(bias), bias);
            }

            public Parameter? weight { get; }

            public Parameter? bias { get; }

            public override Tensor forward(Tensor tensor) => nn.functional.group_norm(tensor, _groups, weight, bias, _eps);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static GroupNorm GroupNorm(
                long num_groups, long num_channels, double eps = 1e-05, bool affine = true, Device? device = null, ScalarType? dtype = null) =>
                new(num_groups, num_channels, eps, affine, device, dtype);
        }
    }
}
