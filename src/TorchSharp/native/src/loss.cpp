// Losses. `reduction`: 0 none, 1 mean, 2 sum.
#include "api.h"

SHIM Tensor* ts_cross_entropy(const Tensor* input, const Tensor* target, const Tensor* weight, int64_t ignore, int64_t reduction, double smoothing) {
  return tensor_of([&] { return at::cross_entropy_loss(*input, *target, optional_tensor(weight), reduction, ignore, smoothing); });
}

SHIM Tensor* ts_nll_loss(const Tensor* input, const Tensor* target, const Tensor* weight, int64_t reduction, int64_t ignore) {
  return tensor_of([&] { return at::nll_loss_nd(*input, *target, optional_tensor(weight), reduction, ignore); });
}

SHIM Tensor* ts_mse_loss(const Tensor* input, const Tensor* target, int64_t reduction) {
  return tensor_of([&] { return at::mse_loss(*input, *target, reduction); });
}

SHIM Tensor* ts_l1_loss(const Tensor* input, const Tensor* target, int64_t reduction) {
  return tensor_of([&] { return at::l1_loss(*input, *target, reduction); });
}

SHIM Tensor* ts_smooth_l1_loss(const Tensor* input, const Tensor* target, int64_t reduction, double beta) {
  return tensor_of([&] { return at::smooth_l1_loss(*input, *target, reduction, beta); });
}

SHIM Tensor* ts_huber_loss(const Tensor* input, const Tensor* target, int64_t reduction, double delta) {
  return tensor_of([&] { return at::huber_loss(*input, *target, reduction, delta); });
}

SHIM Tensor* ts_kl_div(const Tensor* input, const Tensor* target, int64_t reduction, int32_t log_target) {
  return tensor_of([&] { return at::kl_div(*input, *target, reduction, log_target != 0); });
}

SHIM Tensor* ts_binary_cross_entropy(const Tensor* input, const Tensor* target, const Tensor* weight, int64_t reduction) {
  return tensor_of([&] { return at::binary_cross_entropy(*input, *target, optional_tensor(weight), reduction); });
}

SHIM Tensor* ts_binary_cross_entropy_logits(const Tensor* input, const Tensor* target, const Tensor* weight, const Tensor* positive, int64_t reduction) {
  return tensor_of([&] {
    return at::binary_cross_entropy_with_logits(*input, *target, optional_tensor(weight), optional_tensor(positive), reduction);
  });
}
