using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor conv_transpose1d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? stride = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1)
            {
                var (step, edge, more, gap) = (stride ?? [1], padding ?? [0], output_padding ?? [0], dilation ?? [1]);
                return Shim.ts_conv_transpose1d(
                    input, weight, bias, step, step.Length, edge, edge.Length, more, more.Length, gap, gap.Length, groups);
            }

            public static Tensor conv_transpose2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1)
            {
                var (step, edge, more, gap) = (strides ?? [1], padding ?? [0], output_padding ?? [0], dilation ?? [1]);
                return Shim.ts_conv_transpose2d(
                    input, weight, bias, step, step.Length, edge, edge.Length, more, more.Length, gap, gap.Length, groups);
            }

            public static Tensor conv_transpose3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? output_padding = null,
                long[]? dilation = null, long groups = 1)
            {
                var (step, edge, more, gap) = (strides ?? [1], padding ?? [0], output_padding ?? [0], dilation ?? [1]);
                return Shim.ts_conv_transpose3d(
                    input, weight, bias, step, step.Length, edge, edge.Length, more, more.Length, gap, gap.Length, groups);
            }
        }
    }
}
