using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Srivastava et al. (2014): in training, each element is 0 with the given probability and the others are larger.</summary>
        public sealed class Dropout : nn.Module<Tensor, Tensor>
        {
            private readonly double _probability;

            internal Dropout(double probability)
                : base(nameof(Dropout)) =>
                _probability = probability;

            public override Tensor forward(Tensor input) => nn.functional.dropout(input, _probability, training);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static Dropout Dropout(double p = 0.5) => new(p);
        }
    }
}
