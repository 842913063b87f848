using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false, double momentum = 0.1,
                double eps = 1e-5) =>
                Shim.ts_batch_norm(input, weight, bias, running_mean, running_var, training, momentum, eps);

            public static Tensor instance_norm(
                Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null, Tensor? bias = null, bool use_input_stats = true,
                double momentum = 0.1, double eps = 1e-5) =>
                Shim.ts_instance_norm(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps);

            public static Tensor group_norm(Tensor input, long num_groups, Tensor? weight = null, Tensor? bias = null, double eps = 1e-5) =>
                Shim.ts_group_norm(input, num_groups, weight, bias, eps);

            public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null, double eps = 1e-05) =>
                Shim.ts_layer_norm(input, normalized_shape, normalized_shape.Length, weight, bias, eps);

            public static Tensor linear(Tensor input, Tensor weight, Tensor? bias = null) => Shim.ts_linear(input, weight, bias);
        }
    }
}
