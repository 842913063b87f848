using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp
{
    namespace Modules
    {
        /// <summary>The edge repeated around height and width.</summary>
        public sealed class ReplicationPad2d : nn.Module<Tensor, Tensor>
        {
            private readonly long[] _edges;

            internal ReplicationPad2d(params long[] edges)
                : base(nameof(ReplicationPad2d)) =>
                _edges = edges;

            public override Tensor forward(Tensor input) => nn.functional.pad(input, _edges, PaddingModes.Replicate);
        }
    }

    public static partial class torch
    {
        public static partial class nn
        {
            public static ReplicationPad2d ReplicationPad2d(long padding) => new(padding, padding, padding, padding);

            /// <param name="padding">Left, right, top, bottom.</param>
            public static ReplicationPad2d ReplicationPad2d(
                (long, long, long, long) padding) =>
                new(padding.Item1, padding.Item2, padding.Item3, padding.Item4);
        }
    }
}
