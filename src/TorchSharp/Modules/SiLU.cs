using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>x sigmoid(x).</summary>
        public sealed class SiLU : nn.Module<Tensor, Tensor>
        {
            internal SiLU()
                : base(nameof(SiLU))
            {
            }

            public override Tensor forward(Tensor input) => input.silu();
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static SiLU SiLU() => new();
        }
    }
}
