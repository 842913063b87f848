using TorchSharp.Modules;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A convolution over height and width; input (batch, channels, height, width).</summary>
        public sealed class Conv2d : Convolution
        {
            internal Conv2d(ConvolutionShape shape, PaddingModes mode, bool bias, torch.Device? device, torch.ScalarType? dtype)
                : base(nameof(Conv2d), shape, mode, bias, device, dtype)
            {
            }

            private protected override torch.Tensor Convolve(torch.Tensor input, long[] stride, long[] padding, long[] dilation, long groups) =>
                torch.nn.functional.conv2d(input, weight, bias, stride, padding, dilation, groups);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    new ConvolutionShape(
                        in_channels, out_channels, [kernel_size, kernel_size], [stride, stride], [padding, padding], [dilation, dilation], groups),
                    padding_mode, bias, device, dtype);

            public static Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    new ConvolutionShape(
                        in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2], Sides(stride, 1), Sides(padding, 0), Sides(dilation, 1), groups),
                    padding_mode, bias, device, dtype);

            public static Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    new ConvolutionShape(
                        in_channels, out_channels, [kernel_size, kernel_size], [stride, stride], padding == Padding.Same ? null : [0, 0],
                        [dilation, dilation], groups),
                    padding_mode, bias, device, dtype);
        }
    }
}
