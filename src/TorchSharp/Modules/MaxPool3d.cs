using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The largest of each window.</summary>
        public sealed class MaxPool3d : nn.Module<Tensor, Tensor>
        {
            private readonly long _kernel;
            private readonly long? _stride;
            private readonly long? _padding;
            private readonly long? _dilation;
            private readonly bool _ceil;

            internal MaxPool3d(long kernel, long? stride, long? padding, long? dilation, bool ceil)
                : base(nameof(MaxPool3d)) =>
                (_kernel, _stride, _padding, _dilation, _ceil) = (kernel, stride, padding, dilation, ceil);

            public override Tensor forward(Tensor input) => nn.functional.max_pool3d(input, _kernel, _stride, _padding, _dilation, _ceil);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static MaxPool3d MaxPool3d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new(kernel_size, stride, padding, dilation, ceil_mode);
        }
    }
}
