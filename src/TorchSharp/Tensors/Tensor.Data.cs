using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The only element.</summary>
        /// <exception cref="ArgumentException">T is not the tensor's type.</exception>
        public T item<T>()
            where T : unmanaged
        {
            CheckType<T>();
            if (numel() != 1)
            {
                throw new ArgumentException($"item() needs one element; the tensor has {numel()}");
            }

            using var here = Shim.ts_to(this, new TensorOptions(null, CPU), false, false);
            unsafe
            {
                return *(T*)Shim.ts_data(here);
            }
        }

        /// <summary>The elements in row-major order.</summary>
        /// <exception cref="ArgumentException">T is not the tensor's type.</exception>
        /// <exception cref="InvalidOperationException">The tensor is not in CPU memory.</exception>
        public Utils.TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            CheckType<T>();
            return new Utils.TensorAccessor<T>(this);
        }

        /// <summary>The bytes of a contiguous CPU tensor, which may be written too; valid while the tensor lives.</summary>
        /// <exception cref="InvalidOperationException">The tensor is not contiguous, or not in CPU memory.</exception>
        public Span<byte> bytes
        {
            get
            {
                if (device_type != DeviceType.CPU || !is_contiguous())
                {
                    throw new InvalidOperationException("only a contiguous CPU tensor has bytes to read");
                }

                unsafe
                {
                    return new Span<byte>((void*)Shim.ts_data(this), checked((int)(numel() * ElementSize)));
                }
            }

            set
            {
                var own = bytes;
                if (own.Length != value.Length)
                {
                    throw new ArgumentException($"the tensor has {own.Length} bytes, {value.Length} were given", nameof(value));
                }

                value.CopyTo(own);
            }
        }

        public Scalar ToScalar()
        {
            Shim.ts_item(this, out var number);
            return number;
        }

        private void CheckType<T>()
            where T : unmanaged
        {
            if (ElementType.Of<T>() != dtype)
            {
                throw new ArgumentException($"the tensor's elements are {dtype}, not {typeof(T).Name}");
            }
        }
    }
}
