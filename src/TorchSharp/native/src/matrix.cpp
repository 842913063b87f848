// Products of matrices.
#include "api.h"

SHIM Tensor* ts_matmul(const Tensor* self, const Tensor* other) {
  return tensor_of([&] { return at::matmul(*self, *other); });
}

SHIM Tensor* ts_mm(const Tensor* self, const Tensor* other) {
  return tensor_of([&] { return at::mm(*self, *other); });
}

SHIM Tensor* ts_bmm(const Tensor* self, const Tensor* other) {
  return tensor_of([&] { return at::bmm(*self, *other); });
}

SHIM Tensor* ts_linear(const Tensor* input, const Tensor* weight, const Tensor* bias) {
  return tensor_of([&] { return at::linear(*input, *weight, optional_tensor(bias)); });
}
