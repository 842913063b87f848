using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The mean of each window.</summary>
        public sealed class AvgPool2d : nn.Module<Tensor, Tensor>
        {
            private readonly long _kernel;
            private readonly long? _stride;
            private readonly long? _padding;
            private readonly bool _ceil;
            private readonly bool _countPadding;
            private readonly long? _divisor;

            internal AvgPool2d(long kernel, long? stride, long? padding, bool ceil, bool countPadding, long? divisor)
                : base(nameof(AvgPool2d)) =>
                (_kernel, _stride, _padding, _ceil, _countPadding, _divisor) = (kernel, stride, padding, ceil, countPadding, divisor);

            public override Tensor forward(
                Tensor input) =>
                nn.functional.avg_pool2d(input, _kernel, _stride, _padding, _ceil, _countPadding, _divisor);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static AvgPool2d AvgPool2d(
                long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true, long? divisor_override = null) =>
                new(kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
        }
    }
}
