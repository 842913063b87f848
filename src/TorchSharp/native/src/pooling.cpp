// Pooling. No stride means the kernel's size.
#include "api.h"

#define MAX_POOL(name) \
  SHIM Tensor* ts_##name(const Tensor* input, const int64_t* kernel, int32_t kernels, const int64_t* stride, int32_t strides, const int64_t* padding, \
                    int32_t paddings, const int64_t* dilation, int32_t dilations, int32_t ceil_mode) { \
    return tensor_of([&] { \
      return at::name(*input, ints(kernel, kernels), ints(stride, strides), ints(padding, paddings), ints(dilation, dilations), ceil_mode != 0); \
    }); \
  }

#define AVG_POOL(name) \
  SHIM Tensor* ts_##name(const Tensor* input, const int64_t* kernel, int32_t kernels, const int64_t* stride, int32_t strides, const int64_t* padding, \
                    int32_t paddings, int32_t ceil_mode, int32_t count_padding, int64_t divisor) { \
    return tensor_of([&] { \
      return at::name(*input, ints(kernel, kernels), ints(stride, strides), ints(padding, paddings), ceil_mode != 0, count_padding != 0, \
                      divisor == 0 ? nothing : Optional<int64_t>(divisor)); \
    }); \
  }

#define ADAPTIVE(name) \
  SHIM Tensor* ts_##name(const Tensor* input, const int64_t* size, int32_t count) { \
    return tensor_of([&] { return at::name(*input, ints(size, count)); }); \
  }

MAX_POOL(max_pool2d)
MAX_POOL(max_pool3d)
AVG_POOL(avg_pool2d)
AVG_POOL(avg_pool3d)
ADAPTIVE(adaptive_avg_pool2d)
ADAPTIVE(adaptive_avg_pool3d)
