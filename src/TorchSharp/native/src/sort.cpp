// Order, cumulation, counting.
#include "api.h"

SHIM int32_t ts_sort(const Tensor* self, int64_t dim, int32_t descending, int32_t stable, Tensor** out) {
  return done([&] {
    auto made = at::sort(*self, Optional<bool>(stable != 0), dim, descending != 0);
    out[0] = give(std::get<0>(made));
    out[1] = give(std::get<1>(made));
  });
}

SHIM Tensor* ts_argsort(const Tensor* self, int64_t dim, int32_t descending) {
  return tensor_of([&] { return at::argsort(*self, dim, descending != 0); });
}

SHIM int32_t ts_topk(const Tensor* self, int64_t k, int64_t dim, int32_t largest, int32_t sorted, Tensor** out) {
  return done([&] {
    auto made = at::topk(*self, k, dim, largest != 0, sorted != 0);
    out[0] = give(std::get<0>(made));
    out[1] = give(std::get<1>(made));
  });
}

SHIM Tensor* ts_cumsum(const Tensor* self, int64_t dim, int32_t dtype) {
  return tensor_of([&] { return at::cumsum(*self, dim, optional_dtype(dtype)); });
}

SHIM Tensor* ts_cumprod(const Tensor* self, int64_t dim, int32_t dtype) {
  return tensor_of([&] { return at::cumprod(*self, dim, optional_dtype(dtype)); });
}

SHIM Tensor* ts_bincount(const Tensor* self, const Tensor* weights, int64_t least) {
  return tensor_of([&] { return at::bincount(*self, optional_tensor(weights), least); });
}

SHIM Tensor* ts_histc(const Tensor* self, int64_t bins, double low, double high) {
  return tensor_of([&] { return at::histc(*self, bins, low, high); });
}

SHIM Tensor* ts_nonzero(const Tensor* self) {
  return tensor_of([&] { return at::nonzero(*self); });
}
