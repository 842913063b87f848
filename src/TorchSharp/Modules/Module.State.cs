namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>Parameters and persistent buffers under PyTorch's names. The tensors are the module's own, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                foreach (var (name, parameter) in _parameters)
                {
                    destination.Add(Join(prefix, name), parameter);
                }

                foreach (var (name, (tensor, persistent)) in _buffers)
                {
                    if (persistent)
                    {
                        destination.Add(Join(prefix, name), tensor);
                    }
                }

                foreach (var (name, child) in _children)
                {
                    child.state_dict(destination, Join(prefix, name));
                }

                return destination;
            }

            /// <summary>Copies values into parameters and buffers.</summary>
            /// <returns>Names that the source lacks, and names that only the source has.</returns>
            /// <exception cref="InvalidOperationException">Names differ and strict is true, or shapes differ. Nothing was copied then.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var own = state_dict();
                var skipped = skip ?? [];
                var missing = own.Keys.Where(k => !source.ContainsKey(k) && !skipped.Contains(k)).ToList();
                var unexpected = source.Keys.Where(k => !own.ContainsKey(k) && !skipped.Contains(k)).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException(
                        $"the state does not fit the module {_name}: missing [{string.Join(", ", missing)}], unexpected [{string.Join(", ", unexpected)}]");
                }

                var pairs = own.Where(o => source.ContainsKey(o.Key) && !skipped.Contains(o.Key)).ToList();
                foreach (var (name, tensor) in pairs)
                {
                    if (!tensor.shape.SequenceEqual(source[name].shape))
                    {
                        throw new InvalidOperationException(
                            $"'{name}' has the shape [{string.Join(", ", tensor.shape)}], the state's has [{string.Join(", ", source[name].shape)}]");
                    }
                }

                using (no_grad())
                {
                    foreach (var (name, tensor) in pairs)
                    {
                        tensor.copy_(source[name]);
                    }
                }

                return (missing, unexpected);
            }

            private static string Join(string? prefix, string name) => string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}";
        }
    }
}
