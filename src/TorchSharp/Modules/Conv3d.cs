using TorchSharp.Modules;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A convolution over depth, height and width; input (batch, channels, depth, height, width).</summary>
        public sealed class Conv3d : Convolution
        {
            internal Conv3d(ConvolutionShape shape, PaddingModes mode, bool bias, torch.Device? device, torch.ScalarType? dtype)
                : base(nameof(Conv3d), shape, mode, bias, device, dtype)
            {
            }

            private protected override torch.Tensor Convolve(torch.Tensor input, long[] stride, long[] padding, long[] dilation, long groups) =>
                torch.nn.functional.conv3d(input, weight, bias, stride, padding, dilation, groups);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Conv3d Conv3d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    new ConvolutionShape(
                        in_channels, out_channels, [kernel_size, kernel_size, kernel_size], [stride, stride, stride], [padding, padding, padding], [dilation, dilation, dilation], groups),
                    padding_mode, bias, device, dtype);

            public static Conv3d Conv3d(
                long in_channels, long out_channels, (long, long, long) kernel_size, (long, long, long)? stride = null, (long, long, long)? padding = null, (long, long, long)? dilation = null,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    new ConvolutionShape(
                        in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2, kernel_size.Item3], Sides(stride, 1), Sides(padding, 0), Sides(dilation, 1), groups),
                    padding_mode, bias, device, dtype);

            public static Conv3d Conv3d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    new ConvolutionShape(
                        in_channels, out_channels, [kernel_size, kernel_size, kernel_size], [stride, stride, stride], padding == Padding.Same ? null : [0, 0, 0],
                        [dilation, dilation, dilation], groups),
                    padding_mode, bias, device, dtype);
        }
    }
}
