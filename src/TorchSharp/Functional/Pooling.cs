using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor max_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Shim.ts_max_pool2d(input, [kernel_size], 1, [stride ?? kernel_size], 1, [padding ?? 0], 1, [dilation ?? 1], 1, ceil_mode);

            public static Tensor max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null, bool ceil_mode = false) =>
                Shim.ts_max_pool2d(
                    input, Sides(kernel_size, 1), 2, Sides(stride ?? kernel_size, 1), 2, Sides(padding, 0), 2, Sides(dilation, 1), 2, ceil_mode);

            public static Tensor avg_pool2d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                Shim.ts_avg_pool2d(
                    input, [kernel_size], 1, [stride ?? kernel_size], 1, [padding ?? 0], 1, ceil_mode, count_include_pad, divisor_override ?? 0);

            public static Tensor avg_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                Shim.ts_avg_pool2d(
                    input, Sides(kernel_size, 1), 2, Sides(stride ?? kernel_size, 1), 2, Sides(padding, 0), 2, ceil_mode, count_include_pad,
                    divisor_override ?? 0);

            public static Tensor adaptive_avg_pool2d(
                Tensor input, long output_size) =>
                Shim.ts_adaptive_avg_pool2d(input, Sides((output_size, output_size), 1), 2);

            public static Tensor adaptive_avg_pool2d(
                Tensor input, (long, long) output_size) =>
                Shim.ts_adaptive_avg_pool2d(input, Sides(output_size, 1), 2);

            public static Tensor max_pool3d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                Shim.ts_max_pool3d(input, [kernel_size], 1, [stride ?? kernel_size], 1, [padding ?? 0], 1, [dilation ?? 1], 1, ceil_mode);

            public static Tensor max_pool3d(
                Tensor input, (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null, (long, long, long)? dilation = null, bool ceil_mode = false) =>
                Shim.ts_max_pool3d(
                    input, Sides(kernel_size, 1), 3, Sides(stride ?? kernel_size, 1), 3, Sides(padding, 0), 3, Sides(dilation, 1), 3, ceil_mode);

            public static Tensor avg_pool3d(
                Tensor input, long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                Shim.ts_avg_pool3d(
                    input, [kernel_size], 1, [stride ?? kernel_size], 1, [padding ?? 0], 1, ceil_mode, count_include_pad, divisor_override ?? 0);

            public static Tensor avg_pool3d(
                Tensor input, (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null) =>
                Shim.ts_avg_pool3d(
                    input, Sides(kernel_size, 1), 3, Sides(stride ?? kernel_size, 1), 3, Sides(padding, 0), 3, ceil_mode, count_include_pad,
                    divisor_override ?? 0);

            public static Tensor adaptive_avg_pool3d(
                Tensor input, long output_size) =>
                Shim.ts_adaptive_avg_pool3d(input, Sides((output_size, output_size, output_size), 1), 3);

            public static Tensor adaptive_avg_pool3d(
                Tensor input, (long, long, long) output_size) =>
                Shim.ts_adaptive_avg_pool3d(input, Sides(output_size, 1), 3);

            public static Tensor max_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            {
                var (step, edge, gap) = (stride ?? kernel_size, padding ?? [0], dilation ?? [1]);
                return Shim.ts_max_pool2d(
                    input, kernel_size, kernel_size.Length, step, step.Length, edge, edge.Length, gap, gap.Length, ceil_mode);
            }

            public static Tensor avg_pool2d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null)
            {
                var (step, edge) = (stride ?? kernel_size, padding ?? [0]);
                return Shim.ts_avg_pool2d(
                    input, kernel_size, kernel_size.Length, step, step.Length, edge, edge.Length, ceil_mode, count_include_pad, divisor_override ?? 0);
            }

            public static Tensor max_pool3d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null, bool ceil_mode = false)
            {
                var (step, edge, gap) = (stride ?? kernel_size, padding ?? [0], dilation ?? [1]);
                return Shim.ts_max_pool3d(
                    input, kernel_size, kernel_size.Length, step, step.Length, edge, edge.Length, gap, gap.Length, ceil_mode);
            }

            public static Tensor avg_pool3d(
                Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false, bool count_include_pad = true,
                long? divisor_override = null)
            {
                var (step, edge) = (stride ?? kernel_size, padding ?? [0]);
                return Shim.ts_avg_pool3d(
                    input, kernel_size, kernel_size.Length, step, step.Length, edge, edge.Length, ceil_mode, count_include_pad, divisor_override ?? 0);
            }
        }
    }
}
