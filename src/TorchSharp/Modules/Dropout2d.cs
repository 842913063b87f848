using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Dropout of whole channels.</summary>
        public sealed class Dropout2d : nn.Module<Tensor, Tensor>
        {
            private readonly double _probability;

            internal Dropout2d(double probability)
                : base(nameof(Dropout2d)) =>
                _probability = probability;

            public override Tensor forward(Tensor input) => nn.functional.dropout2d(input, _probability, training);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Dropout2d Dropout2d(double p = 0.5) => new(p);
        }
    }
}
