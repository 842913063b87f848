// One tensor: what it is, where it is, its bytes.
#include "api.h"

SHIM int32_t ts_dimensions(const Tensor* self) { return static_cast<int32_t>(self->dim()); }
SHIM int64_t ts_elements(const Tensor* self) { return self->numel(); }
SHIM int32_t ts_dtype(const Tensor* self) { return static_cast<int32_t>(self->scalar_type()); }
SHIM int64_t ts_element_size(const Tensor* self) { return static_cast<int64_t>(self->element_size()); }
SHIM int32_t ts_device_type(const Tensor* self) { return static_cast<int32_t>(self->device().type()); }
SHIM int32_t ts_device_index(const Tensor* self) { return self->device().index(); }
SHIM int32_t ts_is_contiguous(const Tensor* self) { return self->is_contiguous() ? 1 : 0; }

SHIM int32_t ts_sizes(const Tensor* self, int64_t* values) {
  return done([&] { std::copy(self->sizes().begin(), self->sizes().end(), values); });
}

SHIM int32_t ts_strides(const Tensor* self, int64_t* values) {
  return done([&] { std::copy(self->strides().begin(), self->strides().end(), values); });
}

// The address of the first element; null on failure. Only CPU memory can be read through it.
SHIM void* ts_data(const Tensor* self) {
  void* address = nullptr;
  done([&] { address = self->data_ptr(); });
  return address;
}

// The one element as a number: floating point and bool in `real`, integers in `integer`.
SHIM int32_t ts_item(const Tensor* self, Number* number) {
  return done([&] {
    const auto value = self->item();
    if (value.isFloatingPoint()) {
      *number = {value.toDouble(), 0, 1};
    } else if (value.isBoolean()) {
      *number = {0, value.toBool() ? 1 : 0, 3};
    } else {
      *number = {0, value.toLong(), 2};
    }
  });
}

// Copies `bytes` bytes of host memory into a CPU tensor made for them.
SHIM Tensor* ts_from_host(const void* source, int64_t bytes, const int64_t* size, int32_t count, int32_t type, Options wanted) {
  return tensor_of([&] {
    auto made = at::empty(ints(size, count), at::TensorOptions().dtype(static_cast<at::ScalarType>(type)));
    if (static_cast<int64_t>(made.nbytes()) != bytes) {
      throw std::invalid_argument("the shape needs " + std::to_string(made.nbytes()) + " bytes, the data has " + std::to_string(bytes));
    }
    std::memcpy(made.data_ptr(), source, static_cast<size_t>(bytes));
    made = made.to(options(wanted));
    return made.set_requires_grad(wanted.requires_grad != 0);
  });
}

SHIM Tensor* ts_to(const Tensor* self, Options wanted, int32_t copy, int32_t non_blocking) {
  return tensor_of([&] { return self->to(options(wanted), non_blocking != 0, copy != 0); });
}

SHIM Tensor* ts_alias(const Tensor* self) {
  return tensor_of([&] { return *self; });
}

SHIM Tensor* ts_clone(const Tensor* self) {
  return tensor_of([&] { return self->clone(); });
}

SHIM Tensor* ts_contiguous(const Tensor* self) {
  return tensor_of([&] { return self->contiguous(); });
}

SHIM Tensor* ts_detach(const Tensor* self) {
  return tensor_of([&] { return self->detach(); });
}

SHIM int32_t ts_copy_(const Tensor* self, const Tensor* source, int32_t non_blocking) {
  return done([&] { self->copy_(*source, non_blocking != 0); });
}
