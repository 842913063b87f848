using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>A mirror image around height and width, the edge itself once.</summary>
        public sealed class ReflectionPad2d : nn.Module<Tensor, Tensor>
        {
            private readonly long[] _edges;

            internal ReflectionPad2d(params long[] edges)
                : base(nameof(ReflectionPad2d)) =>
                _edges = edges;

            public override Tensor forward(Tensor input) => nn.functional.pad(input, _edges, PaddingModes.Reflect);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static ReflectionPad2d ReflectionPad2d(long padding) => new(padding, padding, padding, padding);

            /// <param name="padding">Left, right, top, bottom.</param>
            public static ReflectionPad2d ReflectionPad2d(
                (long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);
        }
    }
}
