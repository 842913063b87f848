using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A view or a copy of the elements that the indices choose, as in PyTorch; setting writes them.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get
            {
                var chosen = TensorIndex.Native(indices);
                var result = Shim.ts_index(this, chosen, chosen.Length);
                GC.KeepAlive(indices);
                return result;
            }

            set
            {
                var chosen = TensorIndex.Native(indices);
                Shim.ts_index_put_(this, chosen, chosen.Length, value);
                GC.KeepAlive(indices);
            }
        }

        public Tensor index(params TensorIndex[] indices) => this[indices];

        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            this[indices] = value;
            return this;
        }

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            var chosen = TensorIndex.Native(indices);
            Shim.ts_index_put_number_(this, chosen, chosen.Length, value);
            GC.KeepAlive(indices);
            return this;
        }

        public Tensor index_select(long dim, Tensor index) => Shim.ts_index_select(this, dim, index);

        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) => Shim.ts_index_add(this, dim, index, source, alpha);

        public Tensor gather(long dim, Tensor index) => Shim.ts_gather(this, dim, index);

        public Tensor scatter(long dim, Tensor index, Tensor src) => Shim.ts_scatter(this, dim, index, src);

        public Tensor scatter_(long dim, Tensor index, Tensor src)
        {
            Shim.ts_scatter_(this, dim, index, src);
            return this;
        }

        public Tensor scatter_add(long dim, Tensor index, Tensor src) => Shim.ts_scatter_add(this, dim, index, src);

        public Tensor scatter_add_(long dim, Tensor index, Tensor src)
        {
            Shim.ts_scatter_add_(this, dim, index, src);
            return this;
        }

        public Tensor masked_fill(Tensor mask, Scalar value) => Shim.ts_masked_fill(this, mask, value);

        public Tensor masked_fill_(Tensor mask, Scalar value)
        {
            Shim.ts_masked_fill_(this, mask, value);
            return this;
        }

        public Tensor masked_select(Tensor mask) => Shim.ts_masked_select(this, mask);

        public Tensor take_along_dim(Tensor indices, long dim) => Shim.ts_take_along_dim(this, indices, dim);

        public Tensor where(Tensor condition, Tensor y) => Shim.ts_where(condition, this, y);

        public Tensor matmul(Tensor target) => Shim.ts_matmul(this, target);

        public Tensor mm(Tensor target) => Shim.ts_mm(this, target);

        public Tensor bmm(Tensor batch2) => Shim.ts_bmm(this, batch2);
    }
}
