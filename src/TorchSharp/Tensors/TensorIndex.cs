using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>One index of a tensor: a position, a slice, a mask, positions, a new axis, or the dimensions in between.</summary>
    public readonly struct TensorIndex
    {
        private readonly int _kind;
        private readonly long _first;
        private readonly long _last;
        private readonly long _step;
        private readonly Tensor? _tensor;

        private TensorIndex(int kind, long first = 0, long last = 0, long step = 0, Tensor? tensor = null) =>
            (_kind, _first, _last, _step, _tensor) = (kind, first, last, step, tensor);

        /// <summary>All dimensions that no other index names.</summary>
        public static TensorIndex Ellipsis => new(NativeIndex.Ellipsis);

        /// <summary>A new dimension of size 1.</summary>
        public static TensorIndex Null => new(NativeIndex.NewAxis);

        public static TensorIndex None => Null;

        /// <summary>The whole dimension.</summary>
        public static TensorIndex Colon => Slice();

        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(NativeIndex.Slice, start ?? NativeIndex.Absent, stop ?? NativeIndex.Absent, step ?? NativeIndex.Absent);

        public static TensorIndex Slice(Range range) =>
            Slice(Position(range.Start), range.End.Equals(Index.End) ? null : Position(range.End));

        public static TensorIndex Single(long index) => new(NativeIndex.Position, index);

        public static TensorIndex Bool(bool value) => new(NativeIndex.Bool, value ? 1 : 0);

        public static TensorIndex Tensor(Tensor tensor) => new(NativeIndex.Tensor, tensor: tensor);

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Index index) => Single(Position(index));

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex(Tensor tensor) => Tensor(tensor);

        /// <summary>The indices for a call; the caller keeps them alive until it has ended.</summary>
        internal static NativeIndex[] Native(TensorIndex[] indices) =>
            Array.ConvertAll(indices, i => new NativeIndex(i._kind, i._first, i._last, i._step, i._tensor?.Handle ?? 0));

        private static long Position(Index index) => index.IsFromEnd ? -index.Value : index.Value;
    }
}
