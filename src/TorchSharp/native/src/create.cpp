// New tensors with given or constant contents.
#include "api.h"

namespace {
Tensor ready(Tensor made, const Options& wanted) { return made.set_requires_grad(wanted.requires_grad != 0); }
}  // namespace

SHIM Tensor* ts_empty(const int64_t* size, int32_t count, Options wanted) {
  return tensor_of([&] { return ready(at::empty(ints(size, count), options(wanted)), wanted); });
}

SHIM Tensor* ts_full(const int64_t* size, int32_t count, Number value, Options wanted) {
  return tensor_of([&] { return ready(at::full(ints(size, count), scalar(value), options(wanted)), wanted); });
}

SHIM Tensor* ts_zeros(const int64_t* size, int32_t count, Options wanted) {
  return tensor_of([&] { return ready(at::zeros(ints(size, count), options(wanted)), wanted); });
}

SHIM Tensor* ts_ones(const int64_t* size, int32_t count, Options wanted) {
  return tensor_of([&] { return ready(at::ones(ints(size, count), options(wanted)), wanted); });
}

SHIM Tensor* ts_empty_like(const Tensor* self, Options wanted) {
  return tensor_of([&] { return ready(at::empty_like(*self, options(wanted)), wanted); });
}

SHIM Tensor* ts_full_like(const Tensor* self, Number value, Options wanted) {
  return tensor_of([&] { return ready(at::full_like(*self, scalar(value), options(wanted)), wanted); });
}

SHIM Tensor* ts_arange(Number start, Number stop, Number step, Options wanted) {
  return tensor_of([&] { return ready(at::arange(scalar(start), scalar(stop), scalar(step), options(wanted)), wanted); });
}

SHIM Tensor* ts_linspace(double start, double stop, int64_t steps, Options wanted) {
  return tensor_of([&] { return ready(at::linspace(start, stop, steps, options(wanted)), wanted); });
}

SHIM Tensor* ts_eye(int64_t rows, int64_t columns, Options wanted) {
  return tensor_of([&] { return ready(at::eye(rows, columns, options(wanted)), wanted); });
}
