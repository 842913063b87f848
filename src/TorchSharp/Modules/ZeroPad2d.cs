using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>Zeros around height and width.</summary>
        public sealed class ZeroPad2d : nn.Module<Tensor, Tensor>
        {
            private readonly long[] _edges;

            internal ZeroPad2d(params long[] edges)
                : base(nameof(ZeroPad2d)) =>
                _edges = edges;

            public override Tensor forward(Tensor input) => nn.functional.pad(input, _edges, PaddingModes.Constant);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static ZeroPad2d ZeroPad2d(long padding) => new(padding, padding, padding, padding);

            /// <param name="padding">Left, right, top, bottom.</param>
            public static ZeroPad2d ZeroPad2d((long, long, long, long) padding) => new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);
        }
    }
}
