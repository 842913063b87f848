using TorchSharp.Interop;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            public virtual IEnumerable<(string name, Module module)> named_children() => _children.Select(c => (c.Key, c.Value));

            public virtual IEnumerable<Module> children() => _children.Values;

            /// <summary>All modules below this one, its children before theirs, with dots in their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (name, child) in _children)
                {
                    yield return (name, child);
                }

                foreach (var (name, child) in _children)
                {
                    foreach (var (below, module) in child.named_modules())
                    {
                        yield return ($"{name}.{below}", module);
                    }
                }
            }

            /// <summary>All modules below this one; unlike in PyTorch, not itself.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(m => m.module);

            /// <summary>In the order of registration, own ones first; a parameter that two modules share comes once.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<Parameter>(ReferenceEqualityComparer.Instance);
                return Named(recurse, m => m._parameters.Select(p => (p.Key, p.Value))).Where(p => seen.Add(p.Item2));
            }

            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(p => p.parameter);

            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true) =>
                Named(recurse, m => m._buffers.Select(b => (b.Key, b.Value.Tensor)));

            public virtual IEnumerable<Tensor> buffers(bool recurse = true) => named_buffers(recurse).Select(b => b.buffer);

            public virtual Parameter? get_parameter(string target) => named_parameters().FirstOrDefault(p => p.name == target).parameter;

            public virtual Tensor? get_buffer(string target) => named_buffers().FirstOrDefault(b => b.name == target).buffer;

            public virtual bool has_parameter(string target) => get_parameter(target) is not null;

            public virtual bool has_buffer(string target) => get_buffer(target) is not null;

            public virtual Module apply(Action<Module> fn)
            {
                foreach (var child in _children.Values)
                {
                    child.apply(fn);
                }

                fn(this);
                return this;
            }

            public virtual Module requires_grad_(bool requires_grad = true)
            {
                foreach (var parameter in parameters())
                {
                    parameter.requires_grad = requires_grad;
                }

                return this;
            }

            public virtual void zero_grad(bool set_to_none = true)
            {
                using var handles = new Handles(parameters());
                Shim.ts_zero_grads(handles.Values, handles.Count, set_to_none);
            }

            /// <summary>Moves or converts in place: parameters stay the same objects, so optimisers go on with them.</summary>
            internal void Convert(ScalarType? dtype, Device? device)
            {
                foreach (var tensor in parameters().Concat(buffers()))
                {
                    // Counters stay integers.
                    var type = tensor.is_floating_point() ? dtype : null;
                    using var converted = tensor.to(type ?? tensor.dtype, device ?? tensor.device);
                    tensor.SetData(converted);
                    if (tensor.grad is { } gradient)
                    {
                        using (gradient)
                        using (var moved = gradient.to(converted.dtype, converted.device))
                        {
                            tensor.grad = moved;
                        }
                    }
                }
            }

            private IEnumerable<(string, T)> Named<T>(bool recurse, Func<Module, IEnumerable<(string, T)>> own)
            {
                foreach (var part in own(this))
                {
                    yield return part;
                }

                if (!recurse)
                {
                    yield break;
                }

                foreach (var (name, child) in _children)
                {
                    foreach (var (below, part) in child.Named(true, own))
                    {
                        yield return ($"{name}.{below}", part);
                    }
                }
            }
        }
    }
}
