using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Shim.ts_eq(this, target);

        public Tensor eq(Scalar target) => Shim.ts_eq_number(this, target);

        public Tensor ne(Tensor target) => Shim.ts_ne(this, target);

        public Tensor ne(Scalar target) => Shim.ts_ne_number(this, target);

        public Tensor lt(Tensor target) => Shim.ts_lt(this, target);

        public Tensor lt(Scalar target) => Shim.ts_lt_number(this, target);

        public Tensor le(Tensor target) => Shim.ts_le(this, target);

        public Tensor le(Scalar target) => Shim.ts_le_number(this, target);

        public Tensor gt(Tensor target) => Shim.ts_gt(this, target);

        public Tensor gt(Scalar target) => Shim.ts_gt_number(this, target);

        public Tensor ge(Tensor target) => Shim.ts_ge(this, target);

        public Tensor ge(Scalar target) => Shim.ts_ge_number(this, target);

        public Tensor logical_and(Tensor other) => Shim.ts_logical_and(this, other);

        public Tensor logical_or(Tensor other) => Shim.ts_logical_or(this, other);

        public Tensor logical_xor(Tensor other) => Shim.ts_logical_xor(this, other);

        public Tensor bitwise_and(Tensor other) => Shim.ts_bitwise_and(this, other);

        public Tensor bitwise_or(Tensor other) => Shim.ts_bitwise_or(this, other);

        public Tensor bitwise_xor(Tensor other) => Shim.ts_bitwise_xor(this, other);

        public Tensor logical_not() => Shim.ts_logical_not(this);

        public Tensor bitwise_not() => Shim.ts_bitwise_not(this);

        public Tensor isnan() => Shim.ts_isnan(this);

        public Tensor isinf() => Shim.ts_isinf(this);

        public Tensor isfinite() => Shim.ts_isfinite(this);

        /// <summary>Whether |this - target| is at most atol + rtol |target| everywhere.</summary>
        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false) =>
            Shim.ts_allclose(this, target, rtol, atol, equal_nan) != 0;

        /// <summary>Whether shape and every element are the same.</summary>
        public bool equal(Tensor target) => Shim.ts_equal(this, target) != 0;
    }
}
