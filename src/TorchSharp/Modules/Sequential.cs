using TorchSharp.Modules;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Modules one after the other, named by their numbers unless they are given names.</summary>
        public class Sequential : torch.nn.Module<torch.Tensor, torch.Tensor>
        {
            private readonly List<torch.nn.Module<torch.Tensor, torch.Tensor>> _steps = [];

            internal Sequential(IEnumerable<(string? Name, torch.nn.Module<torch.Tensor, torch.Tensor> Module)> modules)
                : base(nameof(Sequential))
            {
                foreach (var (name, module) in modules)
                {
                    append(name ?? _steps.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);
                }
            }

            public int Count => _steps.Count;

            public torch.nn.Module<torch.Tensor, torch.Tensor> this[int index] => _steps[index];

            public Sequential append(string name, torch.nn.Module<torch.Tensor, torch.Tensor> module)
            {
                register_module(name, module);
                _steps.Add(module);
                return this;
            }

            public Sequential append(torch.nn.Module<torch.Tensor, torch.Tensor> module) =>
                append(_steps.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);

            public override torch.Tensor forward(torch.Tensor tensor)
            {
                if (_steps.Count == 0)
                {
                    return tensor.alias();
                }

                // Without a history to keep, what lies between two steps can go at once.
                using var scope = torch.NewDisposeScope();
                var value = tensor;
                foreach (var step in _steps)
                {
                    value = step.call(value);
                }

                return value.MoveToOuterDisposeScope();
            }
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Sequential Sequential(params Module<Tensor, Tensor>[] modules) => new(modules.Select(m => ((string?)null, m)));

            public static Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) => new(modules.Select(m => ((string?)null, m)));

            public static Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
                new(modules.Select(m => ((string?)m.name, m.submodule)));

            public static Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) =>
                new(modules.Select(m => ((string?)m.name, m.submodule)));
        }
    }
}
