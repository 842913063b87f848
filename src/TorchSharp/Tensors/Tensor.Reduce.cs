using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Shim.ts_sum(this, [], 0, false, Code(type));

        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Shim.ts_sum(this, [dim], 1, keepdim, Code(type));

        public Tensor sum(
            ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Shim.ts_sum(this, dim, dim.Length, keepdim, Code(type));

        public Tensor mean() => Shim.ts_mean(this, [], 0, false, -1);

        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Shim.ts_mean(this, dimensions, dimensions.Length, keepdim, Code(type));

        public Tensor var(bool unbiased = true) => Shim.ts_variance(this, [], 0, unbiased, false);

        public Tensor var(long dim, bool unbiased = true, bool keepdim = false) => Shim.ts_variance(this, [dim], 1, unbiased, keepdim);

        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false) =>
            Shim.ts_variance(this, dimensions, dimensions.Length, unbiased, keepdim);

        public Tensor std(bool unbiased = true) => Shim.ts_deviation(this, [], 0, unbiased, false);

        public Tensor std(long dim, bool unbiased = true, bool keepdim = false) => Shim.ts_deviation(this, [dim], 1, unbiased, keepdim);

        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false) =>
            Shim.ts_deviation(this, dimensions, dimensions.Length, unbiased, keepdim);

        public Tensor prod(ScalarType? type = null) => Shim.ts_prod(this, Code(type));

        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Shim.ts_prod_dim(this, dim, keepdim, Code(type));

        public Tensor norm(float p = 2.0f) => Shim.ts_norm(this, p);

        public Tensor norm(int dim, bool keepdim = false, float p = 2.0f) => Shim.ts_norm_dim(this, dim, keepdim, p);

        public Tensor logsumexp(long dim, bool keepdim = false) => Shim.ts_logsumexp(this, dim, keepdim);

        public Tensor max() => Shim.ts_max_all(this);

        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false)
        {
            Span<nint> both = [0, 0];
            Shim.ts_max_dim(this, dim, keepdim, both);
            return (new Tensor(both[0]), new Tensor(both[1]));
        }

        public Tensor min() => Shim.ts_min_all(this);

        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false)
        {
            Span<nint> both = [0, 0];
            Shim.ts_min_dim(this, dim, keepdim, both);
            return (new Tensor(both[0]), new Tensor(both[1]));
        }

        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false) => Shim.ts_amax(this, dims, dims.Length, keepdim);

        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false) => Shim.ts_amin(this, dims, dims.Length, keepdim);

        public Tensor argmax() => Shim.ts_argmax(this);

        public Tensor argmax(long dim, bool keepdim = false) => Shim.ts_argmax_dim(this, dim, keepdim);

        public Tensor argmin() => Shim.ts_argmin(this);

        public Tensor argmin(long dim, bool keepdim = false) => Shim.ts_argmin_dim(this, dim, keepdim);

        public Tensor median() => Shim.ts_median(this);

        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Shim.ts_quantile(this, q, dim, keepdim);

        public Tensor any() => Shim.ts_any(this);

        public Tensor any(long dim, bool keepdim = false) => Shim.ts_any_dim(this, dim, keepdim);

        public Tensor all() => Shim.ts_all(this);

        public Tensor all(long dim, bool keepdim = false) => Shim.ts_all_dim(this, dim, keepdim);

        public Tensor count_nonzero(long[]? dims = null) => Shim.ts_count_nonzero(this, dims, dims?.Length ?? 0);

        private static int Code(ScalarType? type) => type is { } given ? (int)given : -1;
    }
}
