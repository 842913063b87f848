// Choosing elements.
#include "api.h"

#include <ATen/TensorIndexing.h>

#include <limits>

// `kind`: 0 new axis, 1 ellipsis, 2 one position (first), 3 a slice (first, last, step), 4 a bool (first), 5 a tensor.
struct Index {
  int32_t kind;
  int64_t first;
  int64_t last;
  int64_t step;
  Tensor* tensor;
};

namespace {
// libtorch counts positions in int64_t up to 1.12 and in SymInt since.
using Position = std::conditional_t<std::is_constructible_v<at::indexing::Slice, Optional<c10::SymInt>>, Optional<c10::SymInt>, Optional<int64_t>>;

constexpr int64_t Absent = std::numeric_limits<int64_t>::min();

at::indexing::TensorIndex index_of(const Index& index) {
  const auto position = [](int64_t value) { return value == Absent ? Position() : Position(value); };
  switch (index.kind) {
    case 0: return at::indexing::None;
    case 1: return at::indexing::Ellipsis;
    case 2: return index.first;
    case 3: return at::indexing::Slice(position(index.first), position(index.last), position(index.step));
    case 4: return index.first != 0;
    default: return *index.tensor;
  }
}

std::vector<at::indexing::TensorIndex> indices_of(const Index* indices, int32_t count) {
  std::vector<at::indexing::TensorIndex> made;
  for (int32_t i = 0; i < count; i++) {
    made.push_back(index_of(indices[i]));
  }
  return made;
}
}  // namespace

SHIM Tensor* ts_index(const Tensor* self, const Index* indices, int32_t count) {
  return tensor_of([&] { return self->index(indices_of(indices, count)); });
}

SHIM int32_t ts_index_put_(Tensor* self, const Index* indices, int32_t count, const Tensor* value) {
  return done([&] { self->index_put_(indices_of(indices, count), *value); });
}

SHIM int32_t ts_index_put_number_(Tensor* self, const Index* indices, int32_t count, Number value) {
  return done([&] { self->index_put_(indices_of(indices, count), scalar(value)); });
}

SHIM Tensor* ts_index_select(const Tensor* self, int64_t dim, const Tensor* index) {
  return tensor_of([&] { return at::index_select(*self, dim, *index); });
}

SHIM Tensor* ts_index_add(const Tensor* self, int64_t dim, const Tensor* index, const Tensor* source, Number alpha) {
  return tensor_of([&] { return at::index_add(*self, dim, *index, *source, scalar(alpha)); });
}

SHIM Tensor* ts_gather(const Tensor* self, int64_t dim, const Tensor* index) {
  return tensor_of([&] { return at::gather(*self, dim, *index); });
}

SHIM Tensor* ts_scatter(const Tensor* self, int64_t dim, const Tensor* index, const Tensor* source) {
  return tensor_of([&] { return at::scatter(*self, dim, *index, *source); });
}

SHIM int32_t ts_scatter_(const Tensor* self, int64_t dim, const Tensor* index, const Tensor* source) {
  return done([&] { self->scatter_(dim, *index, *source); });
}

SHIM Tensor* ts_scatter_add(const Tensor* self, int64_t dim, const Tensor* index, const Tensor* source) {
  return tensor_of([&] { return at::scatter_add(*self, dim, *index, *source); });
}

SHIM int32_t ts_scatter_add_(const Tensor* self, int64_t dim, const Tensor* index, const Tensor* source) {
  return done([&] { self->scatter_add_(dim, *index, *source); });
}

SHIM Tensor* ts_masked_fill(const Tensor* self, const Tensor* mask, Number value) {
  return tensor_of([&] { return at::masked_fill(*self, *mask, scalar(value)); });
}

SHIM int32_t ts_masked_fill_(const Tensor* self, const Tensor* mask, Number value) {
  return done([&] { self->masked_fill_(*mask, scalar(value)); });
}

SHIM Tensor* ts_masked_select(const Tensor* self, const Tensor* mask) {
  return tensor_of([&] { return at::masked_select(*self, *mask); });
}

SHIM Tensor* ts_take_along_dim(const Tensor* self, const Tensor* index, int64_t dim) {
  return tensor_of([&] { return at::take_along_dim(*self, *index, dim); });
}

SHIM Tensor* ts_one_hot(const Tensor* self, int64_t classes) {
  return tensor_of([&] { return at::one_hot(*self, classes); });
}
