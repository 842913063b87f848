// Shapes and views.
#include "api.h"

#define RESHAPE(name) \
  SHIM Tensor* ts_##name(const Tensor* self, const int64_t* size, int32_t count) { return tensor_of([&] { return self->name(ints(size, count)); }); }

RESHAPE(reshape)
RESHAPE(view)
RESHAPE(permute)
RESHAPE(expand)
RESHAPE(flip)
RESHAPE(repeat)

namespace {
int32_t hand_out(Tensor** out, int32_t room, const std::vector<Tensor>& parts) {
  if (parts.size() > static_cast<size_t>(room)) {
    throw std::length_error("more parts than expected");
  }
  for (size_t i = 0; i < parts.size(); i++) {
    out[i] = give(parts[i]);
  }
  return static_cast<int32_t>(parts.size());
}
}  // namespace

SHIM Tensor* ts_transpose(const Tensor* self, int64_t first, int64_t second) {
  return tensor_of([&] { return at::transpose(*self, first, second); });
}

SHIM Tensor* ts_flatten(const Tensor* self, int64_t start, int64_t end) {
  return tensor_of([&] { return at::flatten(*self, start, end); });
}

SHIM Tensor* ts_unflatten(const Tensor* self, int64_t dim, const int64_t* size, int32_t count) {
  return tensor_of([&] { return self->unflatten(dim, ints(size, count)); });
}

SHIM Tensor* ts_squeeze(const Tensor* self) {
  return tensor_of([&] { return at::squeeze(*self); });
}

SHIM Tensor* ts_squeeze_dim(const Tensor* self, int64_t dim) {
  return tensor_of([&] { return at::squeeze(*self, dim); });
}

SHIM Tensor* ts_unsqueeze(const Tensor* self, int64_t dim) {
  return tensor_of([&] { return at::unsqueeze(*self, dim); });
}

SHIM Tensor* ts_narrow(const Tensor* self, int64_t dim, int64_t start, int64_t length) {
  return tensor_of([&] { return self->narrow(dim, start, length); });
}

SHIM Tensor* ts_select(const Tensor* self, int64_t dim, int64_t index) {
  return tensor_of([&] { return at::select(*self, dim, index); });
}

SHIM Tensor* ts_slice(const Tensor* self, int64_t dim, int64_t start, int64_t stop, int64_t step) {
  return tensor_of([&] { return at::slice(*self, dim, start, stop, step); });
}

SHIM Tensor* ts_cat(Tensor* const* tensors, int32_t count, int64_t dim) {
  return tensor_of([&] { return at::cat(list(tensors, count), dim); });
}

SHIM Tensor* ts_stack(Tensor* const* tensors, int32_t count, int64_t dim) {
  return tensor_of([&] { return at::stack(list(tensors, count), dim); });
}

SHIM int32_t ts_chunk(const Tensor* self, int64_t chunks, int64_t dim, Tensor** out, int32_t room) {
  return done([&] { return hand_out(out, room, at::chunk(*self, chunks, dim)); });
}

SHIM int32_t ts_split(const Tensor* self, int64_t size, int64_t dim, Tensor** out, int32_t room) {
  return done([&] { return hand_out(out, room, at::split(*self, size, dim)); });
}

SHIM int32_t ts_split_sizes(const Tensor* self, const int64_t* size, int32_t count, int64_t dim, Tensor** out, int32_t room) {
  return done([&] { return hand_out(out, room, at::split_with_sizes(*self, ints(size, count), dim)); });
}

SHIM int32_t ts_unbind(const Tensor* self, int64_t dim, Tensor** out, int32_t room) {
  return done([&] { return hand_out(out, room, at::unbind(*self, dim)); });
}

SHIM Tensor* ts_roll(const Tensor* self, const int64_t* shifts, int32_t shift_count, const int64_t* dims, int32_t dim_count) {
  return tensor_of([&] { return at::roll(*self, ints(shifts, shift_count), ints(dims, dim_count)); });
}

SHIM Tensor* ts_repeat_interleave(const Tensor* self, int64_t repeats, int32_t has_dim, int64_t dim) {
  return tensor_of([&] { return at::repeat_interleave(*self, repeats, has_dim != 0 ? Optional<int64_t>(dim) : nothing); });
}

SHIM Tensor* ts_triu(const Tensor* self, int64_t diagonal) {
  return tensor_of([&] { return at::triu(*self, diagonal); });
}

SHIM Tensor* ts_tril(const Tensor* self, int64_t diagonal) {
  return tensor_of([&] { return at::tril(*self, diagonal); });
}

SHIM Tensor* ts_unfold_windows(const Tensor* self, int64_t dim, int64_t size, int64_t step) {
  return tensor_of([&] { return self->unfold(dim, size, step); });
}
