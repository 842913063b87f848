using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Another resolution: give either the size of each spatial dimension or its factor.</summary>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest, bool? align_corners = null,
                bool recompute_scale_factor = false, bool antialias = false) =>
                Shim.ts_interpolate(
                    x, size, size?.Length ?? 0, scale_factor, scale_factor?.Length ?? 0, (int)mode, align_corners ?? false, recompute_scale_factor, antialias);

            /// <param name="input">Any tensor.</param>
            /// <param name="pad">Before and after each dimension, the last dimension first.</param>
            /// <param name="mode">Zeros means Constant.</param>
            /// <param name="value">For Constant.</param>
            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Shim.ts_pad(input, pad, pad.Length, Name(mode), value);

            public static Tensor pad(Tensor input, ReadOnlySpan<long> pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Shim.ts_pad(input, pad, pad.Length, Name(mode), value);

            public static Tensor pad(Tensor input, (long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Shim.ts_pad(input, [pad.Item1, pad.Item2], 2, Name(mode), value);

            public static Tensor pad(Tensor input, (long, long, long, long) pad, PaddingModes mode = PaddingModes.Constant, double value = 0) =>
                Shim.ts_pad(input, [pad.Item1, pad.Item2, pad.Item3, pad.Item4], 4, Name(mode), value);

            /// <summary>The input at the places of the grid, which run from -1 to 1.</summary>
            public static Tensor grid_sample(
                Tensor input, Tensor grid, GridSampleMode mode = GridSampleMode.Bilinear, GridSamplePaddingMode padding_mode = GridSamplePaddingMode.Zeros,
                bool? align_corners = null) =>
                Shim.ts_grid_sample(input, grid, mode == GridSampleMode.Nearest ? 1 : 0, NativePadding(padding_mode), align_corners ?? false);

            /// <param name="theta">(batch, 2, 3) or (batch, 3, 4).</param>
            /// <param name="size">Of the image that is sampled: (batch, channels, ...).</param>
            /// <param name="align_corners">Whether -1 and 1 are the centres of the outermost pixels rather than their edges.</param>
            public static Tensor affine_grid(Tensor theta, long[]? size = null, bool align_corners = false)
            {
                ArgumentNullException.ThrowIfNull(size);
                return Shim.ts_affine_grid(theta, size, size.Length, align_corners);
            }

            public static Tensor pixel_shuffle(Tensor x, long upscale_factor) => Shim.ts_pixel_shuffle(x, upscale_factor);

            public static Tensor pixel_unshuffle(Tensor x, long downscale_factor) => Shim.ts_pixel_unshuffle(x, downscale_factor);

            public static Tensor unfold(Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                Shim.ts_unfold(input, [kernel_size, kernel_size], [dilation, dilation], [padding, padding], [stride, stride]);

            public static Tensor fold(Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                Shim.ts_fold(
                    input, [output_size, output_size], [kernel_size, kernel_size], [dilation, dilation], [padding, padding], [stride, stride]);

            /// <summary>A last dimension with 1 at the class and 0 elsewhere; -1 counts the classes itself.</summary>
            public static Tensor one_hot(Tensor x, long num_classes = -1) => Shim.ts_one_hot(x, num_classes);

            private static string Name(PaddingModes mode) => mode switch
            {
                PaddingModes.Reflect => "reflect",
                PaddingModes.Replicate => "replicate",
                PaddingModes.Circular => "circular",
                _ => "constant",
            };

            private static long NativePadding(GridSamplePaddingMode mode) => mode switch
            {
                GridSamplePaddingMode.Border => 1,
                GridSamplePaddingMode.Reflection => 2,
                _ => 0,
            };
        }
    }
}
