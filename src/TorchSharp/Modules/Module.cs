using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>
        /// A part of a network: parameters, buffers and other modules under names. It owns them; disposing it disposes them. Tensors that
        /// are registered leave the dispose scope that they were made in.
        /// </summary>
        public abstract partial class Module : IDisposable
        {
            private readonly OrderedDictionary<string, Parameter> _parameters = [];
            private readonly OrderedDictionary<string, (Tensor Tensor, bool Persistent)> _buffers = [];
            private readonly OrderedDictionary<string, Module> _children = [];
            private readonly string _name;

            protected Module(string name) => _name = name;

            /// <summary>Whether dropout and batch statistics are as in training.</summary>
            public virtual bool training { get; private set; } = true;

            public virtual string GetName() => _name;

            public virtual void train(bool train = true)
            {
                training = train;
                foreach (var child in _children.Values)
                {
                    child.train(train);
                }
            }

            public virtual void eval() => train(false);

            public virtual void register_parameter(string name, Parameter? param)
            {
                if (param is not null)
                {
                    CheckNew(name);
                    param.DetachFromDisposeScope();
                    _parameters.Add(name, param);
                }
            }

            /// <param name="name">In the state dictionary.</param>
            /// <param name="tensor">One that is kept but not learnt.</param>
            /// <param name="persistent">Whether it is part of the state dictionary.</param>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                CheckNew(name);
                _buffers.Add(name, (tensor.DetachFromDisposeScope(), persistent));
            }

            public virtual void register_module(string name, Module? submodule)
            {
                if (submodule is not null)
                {
                    CheckNew(name);
                    _children.Add(name, submodule);
                }
            }

            public virtual void add_module(string name, Module? module) => register_module(name, module);

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Registers what the fields of a derived class hold, under the fields' names. To be called at the end of its constructor.</summary>
            protected virtual void RegisterComponents()
            {
                foreach (var field in GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                {
                    var name = field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
                    if (Holds(name))
                    {
                        continue;
                    }

                    switch (field.GetValue(this))
                    {
                        case Module module:
                            register_module(name, module);
                            break;
                        case Parameter parameter:
                            register_parameter(name, parameter);
                            break;
                        case Tensor tensor:
                            register_buffer(name, tensor);
                            break;
                    }
                }
            }

            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                {
                    return;
                }

                foreach (var child in _children.Values)
                {
                    child.Dispose();
                }

                foreach (var tensor in _parameters.Values.Concat(_buffers.Values.Select(b => b.Tensor)))
                {
                    tensor.Dispose();
                }
            }

            private bool Holds(string name) => _parameters.ContainsKey(name) || _buffers.ContainsKey(name) || _children.ContainsKey(name);

            private void CheckNew(string name)
            {
                if (string.IsNullOrEmpty(name) || name.Contains('.', StringComparison.Ordinal))
                {
                    throw new ArgumentException($"'{name}' cannot name a part of a module", nameof(name));
                }

                if (Holds(name))
                {
                    throw new InvalidOperationException($"the module {_name} already has a part called '{name}'");
                }
            }
        }
    }
}
