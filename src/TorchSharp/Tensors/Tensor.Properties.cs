using System.Globalization;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public ScalarType dtype => (ScalarType)Shim.ts_dtype(this);

        public DeviceType device_type => (DeviceType)Shim.ts_device_type(this);

        public int device_index => Shim.ts_device_index(this);

        public Device device => new(device_type, device_index);

        public bool is_cuda => device_type == DeviceType.CUDA;

        public bool is_cpu() => device_type == DeviceType.CPU;

        /// <summary>The number of dimensions.</summary>
        public long ndim => Shim.ts_dimensions(this);

        public long dim() => ndim;

        public long Dimensions => ndim;

        public long NumberOfElements => numel();

        public long ElementSize => Shim.ts_element_size(this);

        /// <summary>The size of every dimension.</summary>
        public long[] shape
        {
            get
            {
                var sizes = new long[ndim];
                Shim.ts_sizes(this, sizes);
                return sizes;
            }
        }

        public long[] size() => shape;

        public long size(int dim) => shape[dim < 0 ? dim + ndim : dim];

        public long[] stride()
        {
            var strides = new long[ndim];
            Shim.ts_strides(this, strides);
            return strides;
        }

        public long stride(int dim) => stride()[dim < 0 ? dim + ndim : dim];

        public long numel() => Shim.ts_elements(this);

        public bool is_contiguous() => Shim.ts_is_contiguous(this) != 0;

        public bool is_floating_point() => dtype is ScalarType.Float16 or ScalarType.BFloat16 or ScalarType.Float32 or ScalarType.Float64;

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"[{string.Join("x", shape)}], type = {dtype}, device = {device}");
    }
}
