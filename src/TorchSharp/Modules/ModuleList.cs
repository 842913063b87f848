using System.Collections;
using System.Globalization;
using TorchSharp.Modules;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Modules named by their numbers.</summary>
        public class ModuleList<T> : torch.nn.Module, IReadOnlyList<T>
            where T : torch.nn.Module
        {
            private readonly List<T> _list = [];

            internal ModuleList(IEnumerable<T> modules)
                : base(nameof(ModuleList<T>))
            {
                foreach (var module in modules)
                {
                    Add(module);
                }
            }

            public int Count => _list.Count;

            public T this[int index] => _list[index];

            public void Add(T item)
            {
                register_module(_list.Count.ToString(CultureInfo.InvariantCulture), item);
                _list.Add(item);
            }

            public void append(T module) => Add(module);

            public IEnumerator<T> GetEnumerator() => _list.GetEnumerator();

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static ModuleList<T> ModuleList<T>(params T[] modules)
                where T : Module => new(modules);
        }
    }
}
