// Element by element.
#include "api.h"

#define UNARY(name) \
  SHIM Tensor* ts_##name(const Tensor* self) { return tensor_of([&] { return at::name(*self); }); } \
  SHIM int32_t ts_##name##_(const Tensor* self) { return done([&] { self->name##_(); }); }

#define BINARY(name) \
  SHIM Tensor* ts_##name(const Tensor* self, const Tensor* other) { return tensor_of([&] { return self->name(*other); }); } \
  SHIM Tensor* ts_##name##_number(const Tensor* self, Number other) { return tensor_of([&] { return self->name(scalar(other)); }); } \
  SHIM int32_t ts_##name##_(const Tensor* self, const Tensor* other) { return done([&] { self->name##_(*other); }); } \
  SHIM int32_t ts_##name##_number_(const Tensor* self, Number other) { return done([&] { self->name##_(scalar(other)); }); }

UNARY(abs)
UNARY(ceil)
UNARY(cos)
UNARY(erf)
UNARY(erfc)
UNARY(exp)
UNARY(expm1)
UNARY(floor)
UNARY(log)
UNARY(log10)
UNARY(log1p)
UNARY(log2)
UNARY(neg)
UNARY(reciprocal)
UNARY(relu)
UNARY(round)
UNARY(rsqrt)
UNARY(sigmoid)
UNARY(sign)
UNARY(sin)
UNARY(sqrt)
UNARY(square)
UNARY(tan)
UNARY(tanh)
UNARY(trunc)

BINARY(div)
BINARY(fmod)
BINARY(mul)
BINARY(pow)
BINARY(remainder)

SHIM Tensor* ts_add(const Tensor* self, const Tensor* other, Number alpha) {
  return tensor_of([&] { return self->add(*other, scalar(alpha)); });
}

SHIM Tensor* ts_add_number(const Tensor* self, Number other, Number alpha) {
  return tensor_of([&] { return self->add(scalar(other), scalar(alpha)); });
}

SHIM int32_t ts_add_(const Tensor* self, const Tensor* other, Number alpha) {
  return done([&] { self->add_(*other, scalar(alpha)); });
}

SHIM int32_t ts_add_number_(const Tensor* self, Number other, Number alpha) {
  return done([&] { self->add_(scalar(other), scalar(alpha)); });
}

SHIM Tensor* ts_sub(const Tensor* self, const Tensor* other) {
  return tensor_of([&] { return self->sub(*other); });
}

SHIM Tensor* ts_sub_number(const Tensor* self, Number other) {
  return tensor_of([&] { return self->sub(scalar(other)); });
}

SHIM Tensor* ts_number_sub(Number self, const Tensor* other) {
  return tensor_of([&] { return at::rsub(*other, scalar(self)); });
}

SHIM int32_t ts_sub_(const Tensor* self, const Tensor* other) {
  return done([&] { self->sub_(*other); });
}

SHIM int32_t ts_sub_number_(const Tensor* self, Number other) {
  return done([&] { self->sub_(scalar(other)); });
}

SHIM Tensor* ts_number_div(Number self, const Tensor* other) {
  return tensor_of([&] { return other->reciprocal().mul(scalar(self)); });
}

SHIM Tensor* ts_number_pow(Number self, const Tensor* exponent) {
  return tensor_of([&] { return at::pow(scalar(self), *exponent); });
}

SHIM Tensor* ts_floor_divide(const Tensor* self, const Tensor* other) {
  return tensor_of([&] { return at::div(*self, *other, "floor"); });
}

SHIM Tensor* ts_addcmul(const Tensor* self, const Tensor* first, const Tensor* second, Number value) {
  return tensor_of([&] { return at::addcmul(*self, *first, *second, scalar(value)); });
}

SHIM int32_t ts_addcmul_(const Tensor* self, const Tensor* first, const Tensor* second, Number value) {
  return done([&] { self->addcmul_(*first, *second, scalar(value)); });
}

SHIM Tensor* ts_addcdiv(const Tensor* self, const Tensor* first, const Tensor* second, Number value) {
  return tensor_of([&] { return at::addcdiv(*self, *first, *second, scalar(value)); });
}

SHIM int32_t ts_addcdiv_(const Tensor* self, const Tensor* first, const Tensor* second, Number value) {
  return done([&] { self->addcdiv_(*first, *second, scalar(value)); });
}

SHIM Tensor* ts_lerp(const Tensor* self, const Tensor* end, const Tensor* weight) {
  return tensor_of([&] { return at::lerp(*self, *end, *weight); });
}

SHIM Tensor* ts_atan2(const Tensor* self, const Tensor* other) {
  return tensor_of([&] { return at::atan2(*self, *other); });
}

SHIM Tensor* ts_maximum(const Tensor* self, const Tensor* other) {
  return tensor_of([&] { return at::maximum(*self, *other); });
}

SHIM Tensor* ts_minimum(const Tensor* self, const Tensor* other) {
  return tensor_of([&] { return at::minimum(*self, *other); });
}

SHIM Tensor* ts_clamp(const Tensor* self, Number low, Number high) {
  return tensor_of([&] { return at::clamp(*self, optional_scalar(low), optional_scalar(high)); });
}

SHIM int32_t ts_clamp_(const Tensor* self, Number low, Number high) {
  return done([&] { self->clamp_(optional_scalar(low), optional_scalar(high)); });
}

SHIM Tensor* ts_round_decimals(const Tensor* self, int64_t decimals) {
  return tensor_of([&] { return at::round(*self, decimals); });
}

SHIM Tensor* ts_leaky_relu(const Tensor* self, double slope) {
  return tensor_of([&] { return at::leaky_relu(*self, slope); });
}

SHIM int32_t ts_leaky_relu_(const Tensor* self, double slope) {
  return done([&] { auto same = *self; at::leaky_relu_(same, slope); });
}

SHIM Tensor* ts_elu(const Tensor* self, double alpha) {
  return tensor_of([&] { return at::elu(*self, alpha); });
}

SHIM Tensor* ts_gelu(const Tensor* self) {
  return tensor_of([&] { return at::gelu(*self); });
}

SHIM Tensor* ts_silu(const Tensor* self) {
  return tensor_of([&] { return at::silu(*self); });
}

SHIM Tensor* ts_softplus(const Tensor* self, double beta, double threshold) {
  return tensor_of([&] { return at::softplus(*self, beta, threshold); });
}

SHIM Tensor* ts_log_sigmoid(const Tensor* self) {
  return tensor_of([&] { return at::log_sigmoid(*self); });
}

SHIM Tensor* ts_softmax(const Tensor* self, int64_t dim, int32_t dtype) {
  return tensor_of([&] { return at::softmax(*self, dim, optional_dtype(dtype)); });
}

SHIM Tensor* ts_log_softmax(const Tensor* self, int64_t dim, int32_t dtype) {
  return tensor_of([&] { return at::log_softmax(*self, dim, optional_dtype(dtype)); });
}

SHIM int32_t ts_fill_(const Tensor* self, Number value) {
  return done([&] { self->fill_(scalar(value)); });
}

SHIM int32_t ts_zero_(const Tensor* self) {
  return done([&] { self->zero_(); });
}
