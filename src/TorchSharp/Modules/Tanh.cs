using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The hyperbolic tangent.</summary>
        public sealed class Tanh : nn.Module<Tensor, Tensor>
        {
            internal Tanh()
                : base(nameof(Tanh))
            {
            }

            public override Tensor forward(Tensor input) => input.tanh();
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Tanh Tanh() => new();
        }
    }
}
