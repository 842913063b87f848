using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
        {
            Span<nint> both = [0, 0];
            Shim.ts_sort(this, dim, descending, stable, both);
            return (new Tensor(both[0]), new Tensor(both[1]));
        }

        public Tensor argsort(long dim = -1, bool descending = false) => Shim.ts_argsort(this, dim, descending);

        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
        {
            Span<nint> both = [0, 0];
            Shim.ts_topk(this, k, dim, largest, sorted, both);
            return (new Tensor(both[0]), new Tensor(both[1]));
        }

        public Tensor cumsum(long dim, ScalarType? type = null) => Shim.ts_cumsum(this, dim, Code(type));

        public Tensor cumprod(long dim, ScalarType? type = null) => Shim.ts_cumprod(this, dim, Code(type));

        public Tensor bincount(Tensor? weights = null, long minlength = 0) => Shim.ts_bincount(this, weights, minlength);

        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Shim.ts_histc(this, bins, min, max);

        /// <summary>The indices of all elements that are not 0, one row each.</summary>
        public Tensor nonzero() => Shim.ts_nonzero(this);

        public Tensor argwhere() => nonzero();
    }
}
