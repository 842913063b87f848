using TorchSharp.Modules;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The transpose of a convolution, which enlarges by its stride; input as for Conv2d.</summary>
        public sealed class ConvTranspose2d : ConvolutionTranspose
        {
            internal ConvTranspose2d(ConvolutionShape shape, long[] outputPadding, bool bias, torch.Device? device, torch.ScalarType? dtype)
                : base(nameof(ConvTranspose2d), shape, outputPadding, bias, device, dtype)
            {
            }

            private protected override torch.Tensor Convolve(
                torch.Tensor input, long[] stride, long[] padding, long[] outputPadding, long[] dilation, long groups) =>
                torch.nn.functional.conv_transpose2d(input, weight, bias, stride, padding, outputPadding, dilation, groups);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            /// <exception cref="ArgumentException">The padding mode is not Zeros: there is no other for a transposed convolution.</exception>
            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    new ConvolutionShape(
                        in_channels, out_channels, [kernel_size, kernel_size], [stride, stride], [padding, padding], [dilation, dilation], groups),
                    Zeros(padding_mode, [output_padding, output_padding]), bias, device, dtype);

            /// <exception cref="ArgumentException">The padding mode is not Zeros: there is no other for a transposed convolution.</exception>
            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, (long, long)? output_padding = null,
                (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    new ConvolutionShape(
                        in_channels, out_channels, [kernel_size.Item1, kernel_size.Item2], Sides(stride, 1), Sides(padding, 0), Sides(dilation, 1), groups),
                    Zeros(padding_mode, Sides(output_padding, 0)), bias, device, dtype);
        }
    }
}
