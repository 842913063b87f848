// Gradients.
#include "api.h"

#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>

SHIM int32_t ts_requires_grad(const Tensor* self) { return self->requires_grad() ? 1 : 0; }
SHIM int32_t ts_is_leaf(const Tensor* self) { return self->is_leaf() ? 1 : 0; }

SHIM int32_t ts_set_requires_grad(const Tensor* self, int32_t wanted) {
  return done([&] { self->set_requires_grad(wanted != 0); });
}

SHIM int32_t ts_retain_grad(const Tensor* self) {
  return done([&] { self->retain_grad(); });
}

SHIM int32_t ts_backward(const Tensor* self, const Tensor* gradient, int32_t retain_graph, int32_t create_graph) {
  return done([&] {
    self->backward(gradient == nullptr ? Tensor() : *gradient, retain_graph != 0 ? Optional<bool>(true) : nothing, create_graph != 0);
  });
}

SHIM int32_t ts_has_grad(const Tensor* self) {
  return done([&] { return self->grad().defined() ? 1 : 0; });
}

SHIM Tensor* ts_grad(const Tensor* self) {
  return tensor_of([&] { return self->grad(); });
}

SHIM int32_t ts_set_grad(const Tensor* self, const Tensor* gradient) {
  return done([&] { self->mutable_grad() = gradient == nullptr ? Tensor() : *gradient; });
}

// Sets the gradients of all tensors to nothing, or to zero.
SHIM int32_t ts_zero_grads(Tensor* const* tensors, int32_t count, int32_t to_none) {
  return done([&] {
    for (int32_t i = 0; i < count; i++) {
      auto& gradient = tensors[i]->mutable_grad();
      if (!gradient.defined()) {
        continue;
      }
      if (to_none != 0) {
        gradient.reset();
      } else {
        gradient.detach_();
        gradient.zero_();
      }
    }
  });
}

// One gradient for every input; those that no output depends on come back null where that is allowed.
SHIM int32_t ts_gradients(Tensor* const* outputs, int32_t output_count, Tensor* const* inputs, int32_t input_count, Tensor* const* weights,
                       int32_t weight_count, int32_t retain_graph, int32_t create_graph, int32_t allow_unused, Tensor** out) {
  return done([&] {
    const auto made = torch::autograd::grad(list(outputs, output_count), list(inputs, input_count), list(weights, weight_count),
                                            retain_graph != 0 ? Optional<bool>(true) : nothing, create_graph != 0, allow_unused != 0);
    for (size_t i = 0; i < made.size(); i++) {
      out[i] = made[i].defined() ? give(made[i]) : nullptr;
    }
  });
}

SHIM int32_t ts_grad_enabled() { return at::GradMode::is_enabled() ? 1 : 0; }
SHIM void ts_set_grad_enabled(int32_t enabled) { at::GradMode::set_enabled(enabled != 0); }

SHIM int32_t ts_inference_enabled() { return c10::InferenceMode::is_enabled() ? 1 : 0; }
SHIM c10::InferenceMode* ts_inference_begin(int32_t enabled) { return new c10::InferenceMode(enabled != 0); }
SHIM void ts_inference_end(c10::InferenceMode* mode) { delete mode; }

// Puts another tensor's values behind the same variable, so that whoever holds it goes on with them.
SHIM int32_t ts_set_data(const Tensor* self, const Tensor* source) {
  return done([&] { self->set_data(source->detach()); });
}
