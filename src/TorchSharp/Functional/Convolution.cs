using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor conv1d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? stride = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
            {
                var (step, edge, gap) = (stride ?? [1], padding ?? [0], dilation ?? [1]);
                return Shim.ts_conv1d(input, weight, bias, step, step.Length, edge, edge.Length, gap, gap.Length, groups);
            }

            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
            {
                var (step, edge, gap) = (strides ?? [1], padding ?? [0], dilation ?? [1]);
                return Shim.ts_conv2d(input, weight, bias, step, step.Length, edge, edge.Length, gap, gap.Length, groups);
            }

            public static Tensor conv3d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null, long groups = 1)
            {
                var (step, edge, gap) = (strides ?? [1], padding ?? [0], dilation ?? [1]);
                return Shim.ts_conv3d(input, weight, bias, step, step.Length, edge, edge.Length, gap, gap.Length, groups);
            }
        }
    }
}
