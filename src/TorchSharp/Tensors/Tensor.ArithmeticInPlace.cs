using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add_(Tensor target)
        {
            Shim.ts_add_(this, target, 1);
            return this;
        }

        public Tensor add_(Tensor target, Scalar alpha)
        {
            Shim.ts_add_(this, target, alpha);
            return this;
        }

        public Tensor add_(Scalar scalar)
        {
            Shim.ts_add_number_(this, scalar, 1);
            return this;
        }

        public Tensor sub_(Tensor target)
        {
            Shim.ts_sub_(this, target);
            return this;
        }

        public Tensor sub_(Scalar scalar)
        {
            Shim.ts_sub_number_(this, scalar);
            return this;
        }

        public Tensor mul_(Tensor target)
        {
            Shim.ts_mul_(this, target);
            return this;
        }

        public Tensor mul_(Scalar target)
        {
            Shim.ts_mul_number_(this, target);
            return this;
        }

        public Tensor div_(Tensor target)
        {
            Shim.ts_div_(this, target);
            return this;
        }

        public Tensor div_(Scalar target)
        {
            Shim.ts_div_number_(this, target);
            return this;
        }

        public Tensor pow_(Tensor exponent)
        {
            Shim.ts_pow_(this, exponent);
            return this;
        }

        public Tensor pow_(Scalar exponent)
        {
            Shim.ts_pow_number_(this, exponent);
            return this;
        }

        public Tensor remainder_(Tensor other)
        {
            Shim.ts_remainder_(this, other);
            return this;
        }

        public Tensor remainder_(Scalar other)
        {
            Shim.ts_remainder_number_(this, other);
            return this;
        }

        public Tensor fmod_(Tensor other)
        {
            Shim.ts_fmod_(this, other);
            return this;
        }

        public Tensor fmod_(Scalar other)
        {
            Shim.ts_fmod_number_(this, other);
            return this;
        }

        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            Shim.ts_addcmul_(this, tensor1, tensor2, value);
            return this;
        }

        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value)
        {
            Shim.ts_addcdiv_(this, tensor1, tensor2, value);
            return this;
        }

        public Tensor clamp_(Scalar? min = null, Scalar? max = null)
        {
            Shim.ts_clamp_(this, min ?? Scalar.None, max ?? Scalar.None);
            return this;
        }

        public Tensor fill_(Scalar value)
        {
            Shim.ts_fill_(this, value);
            return this;
        }

        public Tensor zero_()
        {
            Shim.ts_zero_(this);
            return this;
        }

        public Tensor copy_(Tensor source, bool non_blocking = false)
        {
            Shim.ts_copy_(this, source, non_blocking);
            return this;
        }
    }
}
