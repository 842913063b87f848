using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public bool requires_grad
        {
            get => Shim.ts_requires_grad(this) != 0;
            set => Shim.ts_set_requires_grad(this, value);
        }

        public bool is_leaf => Shim.ts_is_leaf(this) != 0;

        /// <summary>The gradient that backward() gathered; null without one. Each call makes a tensor of its own for the same memory.</summary>
        public Tensor? grad
        {
            get => Shim.ts_has_grad(this) == 1 ? Shim.ts_grad(this) : null;
            set => Shim.ts_set_grad(this, value);
        }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            this.requires_grad = requires_grad;
            return this;
        }

        /// <summary>Keeps the gradient of a tensor that is no leaf.</summary>
        public void retain_grad() => Shim.ts_retain_grad(this);

        /// <summary>Adds the gradient of this tensor, which has one element, to the gradient of every leaf that it depends on.</summary>
        public void backward() => Shim.ts_backward(this, null, false, false);

        /// <param name="grad_tensors">One weight of this tensor's shape, where it has more elements than one.</param>
        /// <param name="create_graph">Whether the gradients have gradients.</param>
        /// <param name="retain_graph">Whether backward() can be called again.</param>
        public void backward(IList<Tensor>? grad_tensors, bool create_graph = false, bool retain_graph = false) =>
            Shim.ts_backward(this, grad_tensors?.Single(), retain_graph || create_graph, create_graph);

        public Tensor detach_() => Replace(detach());

        internal void SetData(Tensor source) => Shim.ts_set_data(this, source);

        private Tensor Replace(Tensor other)
        {
            var mine = _handle;
            _handle = other.TakeHandle();
            Shim.ts_dispose(mine);
            return this;
        }
    }
}
