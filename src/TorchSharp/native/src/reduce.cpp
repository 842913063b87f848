// Reductions. A `count` of 0 dimensions reduces over all of them.
#include "api.h"

namespace {
at::OptionalIntArrayRef dims(const int64_t* values, int32_t count) {
  return count == 0 ? at::OptionalIntArrayRef() : at::OptionalIntArrayRef(ints(values, count));
}

int32_t pair(Tensor** out, std::tuple<Tensor, Tensor> made) {
  out[0] = give(std::move(std::get<0>(made)));
  out[1] = give(std::move(std::get<1>(made)));
  return 0;
}
}  // namespace

SHIM Tensor* ts_sum(const Tensor* self, const int64_t* dim, int32_t count, int32_t keep, int32_t dtype) {
  return tensor_of([&] { return at::sum(*self, dims(dim, count), keep != 0, optional_dtype(dtype)); });
}

SHIM Tensor* ts_mean(const Tensor* self, const int64_t* dim, int32_t count, int32_t keep, int32_t dtype) {
  return tensor_of([&] {
    return count == 0 ? at::mean(*self, optional_dtype(dtype)) : at::mean(*self, ints(dim, count), keep != 0, optional_dtype(dtype));
  });
}

SHIM Tensor* ts_variance(const Tensor* self, const int64_t* dim, int32_t count, int32_t unbiased, int32_t keep) {
  return tensor_of([&] { return at::var(*self, dims(dim, count), unbiased != 0, keep != 0); });
}

SHIM Tensor* ts_deviation(const Tensor* self, const int64_t* dim, int32_t count, int32_t unbiased, int32_t keep) {
  return tensor_of([&] { return at::std(*self, dims(dim, count), unbiased != 0, keep != 0); });
}

SHIM Tensor* ts_amax(const Tensor* self, const int64_t* dim, int32_t count, int32_t keep) {
  return tensor_of([&] { return at::amax(*self, ints(dim, count), keep != 0); });
}

SHIM Tensor* ts_amin(const Tensor* self, const int64_t* dim, int32_t count, int32_t keep) {
  return tensor_of([&] { return at::amin(*self, ints(dim, count), keep != 0); });
}

SHIM Tensor* ts_logsumexp(const Tensor* self, int64_t dim, int32_t keep) {
  return tensor_of([&] { return at::logsumexp(*self, dim, keep != 0); });
}

SHIM Tensor* ts_prod(const Tensor* self, int32_t dtype) {
  return tensor_of([&] { return at::prod(*self, optional_dtype(dtype)); });
}

SHIM Tensor* ts_prod_dim(const Tensor* self, int64_t dim, int32_t keep, int32_t dtype) {
  return tensor_of([&] { return at::prod(*self, dim, keep != 0, optional_dtype(dtype)); });
}

SHIM Tensor* ts_norm(const Tensor* self, double p) {
  return tensor_of([&] { return at::norm(*self, p); });
}

SHIM Tensor* ts_norm_dim(const Tensor* self, int64_t dim, int32_t keep, double p) {
  return tensor_of([&] { return at::norm(*self, at::Scalar(p), at::IntArrayRef{dim}, keep != 0); });
}

SHIM Tensor* ts_max_all(const Tensor* self) {
  return tensor_of([&] { return at::max(*self); });
}

SHIM Tensor* ts_min_all(const Tensor* self) {
  return tensor_of([&] { return at::min(*self); });
}

SHIM int32_t ts_max_dim(const Tensor* self, int64_t dim, int32_t keep, Tensor** out) {
  return done([&] { return pair(out, at::max(*self, dim, keep != 0)); });
}

SHIM int32_t ts_min_dim(const Tensor* self, int64_t dim, int32_t keep, Tensor** out) {
  return done([&] { return pair(out, at::min(*self, dim, keep != 0)); });
}

SHIM Tensor* ts_median(const Tensor* self) {
  return tensor_of([&] { return at::median(*self); });
}

SHIM Tensor* ts_quantile(const Tensor* self, const Tensor* q, int64_t dim, int32_t keep) {
  return tensor_of([&] { return at::quantile(*self, *q, dim, keep != 0); });
}

SHIM Tensor* ts_argmax(const Tensor* self) {
  return tensor_of([&] { return at::argmax(*self); });
}

SHIM Tensor* ts_argmax_dim(const Tensor* self, int64_t dim, int32_t keep) {
  return tensor_of([&] { return at::argmax(*self, dim, keep != 0); });
}

SHIM Tensor* ts_argmin(const Tensor* self) {
  return tensor_of([&] { return at::argmin(*self); });
}

SHIM Tensor* ts_argmin_dim(const Tensor* self, int64_t dim, int32_t keep) {
  return tensor_of([&] { return at::argmin(*self, dim, keep != 0); });
}

SHIM Tensor* ts_any(const Tensor* self) {
  return tensor_of([&] { return at::any(*self); });
}

SHIM Tensor* ts_any_dim(const Tensor* self, int64_t dim, int32_t keep) {
  return tensor_of([&] { return at::any(*self, dim, keep != 0); });
}

SHIM Tensor* ts_all(const Tensor* self) {
  return tensor_of([&] { return at::all(*self); });
}

SHIM Tensor* ts_all_dim(const Tensor* self, int64_t dim, int32_t keep) {
  return tensor_of([&] { return at::all(*self, dim, keep != 0); });
}

SHIM Tensor* ts_count_nonzero(const Tensor* self, const int64_t* dim, int32_t count) {
  return tensor_of([&] { return count == 0 ? at::count_nonzero(*self) : at::count_nonzero(*self, ints(dim, count)); });
}
