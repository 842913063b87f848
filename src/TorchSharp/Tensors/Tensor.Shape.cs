using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor reshape(params long[] shape) => Shim.ts_reshape(this, shape, shape.Length);

        public Tensor reshape(ReadOnlySpan<long> shape) => Shim.ts_reshape(this, shape, shape.Length);

        public Tensor view(params long[] shape) => Shim.ts_view(this, shape, shape.Length);

        public Tensor view_as(Tensor other) => view(other.shape);

        public Tensor permute(params long[] permutation) => Shim.ts_permute(this, permutation, permutation.Length);

        public Tensor expand(params long[] sizes) => Shim.ts_expand(this, sizes, sizes.Length);

        public Tensor expand_as(Tensor other) => expand(other.shape);

        public Tensor flip(params long[] dims) => Shim.ts_flip(this, dims, dims.Length);

        public Tensor repeat(params long[] sizes) => Shim.ts_repeat(this, sizes, sizes.Length);

        public Tensor repeat_interleave(long repeats, long? dim = null) => Shim.ts_repeat_interleave(this, repeats, dim.HasValue, dim ?? 0);

        public Tensor transpose(long dim0, long dim1) => Shim.ts_transpose(this, dim0, dim1);

        public Tensor t() => ndim < 2 ? alias() : transpose(0, 1);

        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Shim.ts_flatten(this, start_dim, end_dim);

        public Tensor unflatten(long dim, params long[] sizes) => Shim.ts_unflatten(this, dim, sizes, sizes.Length);

        public Tensor squeeze(long? dim = null) => dim is { } one ? Shim.ts_squeeze_dim(this, one) : Shim.ts_squeeze(this);

        public Tensor unsqueeze(long dim) => Shim.ts_unsqueeze(this, dim);

        public Tensor narrow(long dim, long start, long length) => Shim.ts_narrow(this, dim, start, length);

        public Tensor select(long dim, long index) => Shim.ts_select(this, dim, index);

        public Tensor slice(long dim, long start, long finish, long step) => Shim.ts_slice(this, dim, start, finish, step);

        public Tensor contiguous() => Shim.ts_contiguous(this);

        public Tensor roll(long shifts, long dims) => Shim.ts_roll(this, [shifts], 1, [dims], 1);

        public Tensor roll(
            ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) =>
            Shim.ts_roll(this, shifts, shifts.Length, dims, dims.Length);

        public Tensor triu(long diagonal = 0) => Shim.ts_triu(this, diagonal);

        public Tensor tril(long diagonal = 0) => Shim.ts_tril(this, diagonal);

        /// <summary>A view with the windows of one dimension as a last dimension of its own.</summary>
        public Tensor unfold(long dimension, long size, long step) => Shim.ts_unfold_windows(this, dimension, size, step);

        public Tensor[] chunk(long chunks, long dim = 0)
        {
            var parts = new nint[Math.Max(chunks, 1)];
            return Handles.Take(parts.AsSpan(0, Shim.ts_chunk(this, chunks, dim, parts, parts.Length)));
        }

        /// <param name="size">Of every part; the last one may be smaller.</param>
        /// <param name="dim">The dimension that is cut.</param>
        public Tensor[] split(long size, long dim = 0)
        {
            var parts = new nint[(this.size((int)dim) / Math.Max(size, 1)) + 1];
            return Handles.Take(parts.AsSpan(0, Shim.ts_split(this, size, dim, parts, parts.Length)));
        }

        /// <param name="size">Of each part; they add up to the dimension.</param>
        /// <param name="dim">The dimension that is cut.</param>
        public Tensor[] split(long[] size, long dim = 0)
        {
            var parts = new nint[size.Length];
            return Handles.Take(parts.AsSpan(0, Shim.ts_split_sizes(this, size, size.Length, dim, parts, parts.Length)));
        }

        public Tensor[] unbind(int dimension = 0)
        {
            var parts = new nint[size(dimension)];
            return Handles.Take(parts.AsSpan(0, Shim.ts_unbind(this, dimension, parts, parts.Length)));
        }
    }
}
