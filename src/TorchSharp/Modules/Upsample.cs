using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Another resolution by interpolation.</summary>
        public sealed class Upsample : nn.Module<Tensor, Tensor>
        {
            private readonly long[]? _size;
            private readonly double[]? _scale;
            private readonly InterpolationMode _mode;
            private readonly bool? _align;

            internal Upsample(long[]? size, double[]? scale, UpsampleMode mode, bool? align)
                : base(nameof(Upsample)) =>
                (_size, _scale, _mode, _align) = (size, scale, (InterpolationMode)mode, align);

            public override Tensor forward(Tensor input) => nn.functional.interpolate(input, _size, _scale, _mode, _align);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Upsample Upsample(
                long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest, bool? align_corners = null) =>
                new(size, scale_factor, mode, align_corners);
        }
    }
}
