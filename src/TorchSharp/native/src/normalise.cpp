// Normalisation layers.
#include "api.h"

namespace {
bool fast() { return at::globalContext().userEnabledCuDNN(); }
}  // namespace

SHIM Tensor* ts_batch_norm(const Tensor* input, const Tensor* weight, const Tensor* bias, const Tensor* mean, const Tensor* variance, int32_t training,
                        double momentum, double eps) {
  return tensor_of([&] {
    return at::batch_norm(*input, optional_tensor(weight), optional_tensor(bias), optional_tensor(mean), optional_tensor(variance), training != 0,
                          momentum, eps, fast());
  });
}

SHIM Tensor* ts_instance_norm(const Tensor* input, const Tensor* weight, const Tensor* bias, const Tensor* mean, const Tensor* variance,
                           int32_t use_input_stats, double momentum, double eps) {
  return tensor_of([&] {
    return at::instance_norm(*input, optional_tensor(weight), optional_tensor(bias), optional_tensor(mean), optional_tensor(variance),
                             use_input_stats != 0, momentum, eps, fast());
  });
}

SHIM Tensor* ts_group_norm(const Tensor* input, int64_t groups, const Tensor* weight, const Tensor* bias, double eps) {
  return tensor_of([&] { return at::group_norm(*input, groups, optional_tensor(weight), optional_tensor(bias), eps, fast()); });
}

SHIM Tensor* ts_layer_norm(const Tensor* input, const int64_t* shape, int32_t count, const Tensor* weight, const Tensor* bias, double eps) {
  return tensor_of([&] { return at::layer_norm(*input, ints(shape, count), optional_tensor(weight), optional_tensor(bias), eps, fast()); });
}
