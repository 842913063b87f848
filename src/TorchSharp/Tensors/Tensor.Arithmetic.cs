using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Shim.ts_add(this, target, 1);

        public Tensor add(Tensor target, Scalar alpha) => Shim.ts_add(this, target, alpha);

        public Tensor add(Scalar scalar) => Shim.ts_add_number(this, scalar, 1);

        public Tensor add(Scalar scalar, Scalar alpha) => Shim.ts_add_number(this, scalar, alpha);

        public Tensor sub(Tensor target) => Shim.ts_sub(this, target);

        public Tensor sub(Scalar scalar) => Shim.ts_sub_number(this, scalar);

        public Tensor subtract(Tensor target) => sub(target);

        public Tensor mul(Tensor target) => Shim.ts_mul(this, target);

        public Tensor mul(Scalar target) => Shim.ts_mul_number(this, target);

        public Tensor multiply(Tensor target) => mul(target);

        public Tensor div(Tensor target) => Shim.ts_div(this, target);

        public Tensor div(Scalar target) => Shim.ts_div_number(this, target);

        public Tensor divide(Tensor target) => div(target);

        public Tensor floor_divide(Tensor other) => Shim.ts_floor_divide(this, other);

        public Tensor pow(Tensor exponent) => Shim.ts_pow(this, exponent);

        public Tensor pow(Scalar exponent) => Shim.ts_pow_number(this, exponent);

        /// <summary>The remainder with the divisor's sign, as Python has it.</summary>
        public Tensor remainder(Tensor other) => Shim.ts_remainder(this, other);

        public Tensor remainder(Scalar other) => Shim.ts_remainder_number(this, other);

        /// <summary>The remainder with the dividend's sign, as C has it.</summary>
        public Tensor fmod(Tensor other) => Shim.ts_fmod(this, other);

        public Tensor fmod(Scalar other) => Shim.ts_fmod_number(this, other);

        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Shim.ts_addcmul(this, tensor1, tensor2, value);

        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Shim.ts_addcdiv(this, tensor1, tensor2, value);

        public Tensor lerp(Tensor end, Tensor weight) => Shim.ts_lerp(this, end, weight);

        public Tensor atan2(Tensor other) => Shim.ts_atan2(this, other);

        public Tensor maximum(Tensor other) => Shim.ts_maximum(this, other);

        public Tensor minimum(Tensor other) => Shim.ts_minimum(this, other);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Shim.ts_clamp(this, min ?? Scalar.None, max ?? Scalar.None);

        public Tensor clip(Scalar? min = null, Scalar? max = null) => clamp(min, max);
    }
}
