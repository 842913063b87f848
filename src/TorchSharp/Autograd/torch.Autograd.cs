using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Nothing made by this thread remembers its history until the result is disposed.</summary>
    public static IDisposable no_grad() => new GradientMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradientMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradientMode(mode);

    public static bool is_grad_enabled() => Shim.ts_grad_enabled() != 0;

    /// <summary>As no_grad, and tensors made meanwhile can never enter a computation with gradients.</summary>
    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_inference_mode_enabled() => Shim.ts_inference_enabled() != 0;

    public static partial class autograd
    {
        /// <summary>The gradients of the outputs' sum with respect to each input; leaves keep their own.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">An output does not depend on an input and allow_unused is false.</exception>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null, bool? retain_graph = null, bool create_graph = false, bool allow_unused = false)
        {
            using var from = new Handles(outputs);
            using var to = new Handles(inputs);
            using var weights = new Handles(grad_outputs ?? []);
            var made = new nint[to.Count];
            Shim.ts_gradients(
                from.Values, from.Count, to.Values, to.Count, weights.Values, weights.Count, retain_graph ?? create_graph, create_graph, allow_unused, made);
            return [.. made.Select(handle => handle == 0 ? null! : new Tensor(handle))];
        }
    }
}
