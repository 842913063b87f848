// Convolutions. Each int array has one value per spatial dimension, or a single one for all.
#include "api.h"

#define CONVOLUTION(name) \
  SHIM Tensor* ts_##name(const Tensor* input, const Tensor* weight, const Tensor* bias, const int64_t* stride, int32_t strides, const int64_t* padding, \
                    int32_t paddings, const int64_t* dilation, int32_t dilations, int64_t groups) { \
    return tensor_of([&] { \
      return at::name(*input, *weight, optional_tensor(bias), ints(stride, strides), ints(padding, paddings), ints(dilation, dilations), groups); \
    }); \
  }

#define TRANSPOSED(name, function) \
  SHIM Tensor* ts_##name(const Tensor* input, const Tensor* weight, const Tensor* bias, const int64_t* stride, int32_t strides, const int64_t* padding, \
                    int32_t paddings, const int64_t* extra, int32_t extras, const int64_t* dilation, int32_t dilations, int64_t groups) { \
    return tensor_of([&] { \
      return at::function(*input, *weight, optional_tensor(bias), ints(stride, strides), ints(padding, paddings), ints(extra, extras), groups, \
                          ints(dilation, dilations)); \
    }); \
  }

CONVOLUTION(conv1d)
CONVOLUTION(conv2d)
CONVOLUTION(conv3d)
TRANSPOSED(conv_transpose1d, conv_transpose1d)
TRANSPOSED(conv_transpose2d, conv_transpose2d)
TRANSPOSED(conv_transpose3d, conv_transpose3d)

SHIM Tensor* ts_unfold(const Tensor* input, const int64_t* kernel, const int64_t* dilation, const int64_t* padding, const int64_t* stride) {
  return tensor_of([&] { return at::im2col(*input, ints(kernel, 2), ints(dilation, 2), ints(padding, 2), ints(stride, 2)); });
}

SHIM Tensor* ts_fold(const Tensor* input, const int64_t* size, const int64_t* kernel, const int64_t* dilation, const int64_t* padding, const int64_t* stride) {
  return tensor_of([&] { return at::col2im(*input, ints(size, 2), ints(kernel, 2), ints(dilation, 2), ints(padding, 2), ints(stride, 2)); });
}
