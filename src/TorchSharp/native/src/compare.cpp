// Comparisons and logic.
#include "api.h"

#define COMPARE(name) \
  SHIM Tensor* ts_##name(const Tensor* self, const Tensor* other) { return tensor_of([&] { return self->name(*other); }); } \
  SHIM Tensor* ts_##name##_number(const Tensor* self, Number other) { return tensor_of([&] { return self->name(scalar(other)); }); }

#define LOGICAL(name) \
  SHIM Tensor* ts_##name(const Tensor* self, const Tensor* other) { return tensor_of([&] { return at::name(*self, *other); }); }

#define TEST(name) \
  SHIM Tensor* ts_##name(const Tensor* self) { return tensor_of([&] { return at::name(*self); }); }

COMPARE(eq)
COMPARE(ne)
COMPARE(lt)
COMPARE(le)
COMPARE(gt)
COMPARE(ge)

LOGICAL(logical_and)
LOGICAL(logical_or)
LOGICAL(logical_xor)
LOGICAL(bitwise_and)
LOGICAL(bitwise_or)
LOGICAL(bitwise_xor)

TEST(logical_not)
TEST(bitwise_not)
TEST(isnan)
TEST(isinf)
TEST(isfinite)

SHIM int32_t ts_allclose(const Tensor* self, const Tensor* other, double relative, double absolute, int32_t equal_nan) {
  return done([&] { return at::allclose(*self, *other, relative, absolute, equal_nan != 0) ? 1 : 0; });
}

SHIM int32_t ts_equal(const Tensor* self, const Tensor* other) {
  return done([&] { return at::equal(*self, *other) ? 1 : 0; });
}

SHIM Tensor* ts_where(const Tensor* condition, const Tensor* self, const Tensor* other) {
  return tensor_of([&] { return at::where(*condition, *self, *other); });
}
