// One step of an optimiser over all parameters of a group, in one call.
#include "api.h"

#include <ATen/core/grad_mode.h>

#include <cmath>
#include <map>
#include <vector>

namespace {
bool has_gradient(const Tensor& parameter) { return parameter.grad().defined(); }

// Parameters on a GPU that have taken the same number of steps: a kernel's start costs more there than its work on a small tensor.
struct AdamGroup {
  std::vector<Tensor> parameters, gradients, means, squares;
};

void adam_step(const AdamGroup& group, double step, double rate, double beta1, double beta2, double eps) {
  at::_foreach_mul_(group.means, beta1);
  at::_foreach_add_(group.means, group.gradients, 1 - beta1);
  at::_foreach_mul_(group.squares, beta2);
  at::_foreach_addcmul_(group.squares, group.gradients, group.gradients, 1 - beta2);
  auto divisors = at::_foreach_sqrt(group.squares);
  at::_foreach_div_(divisors, std::sqrt(1 - std::pow(beta2, step)));
  at::_foreach_add_(divisors, eps);
  at::_foreach_addcdiv_(group.parameters, group.means, divisors, -rate / (1 - std::pow(beta1, step)));
}
}  // namespace

// Kingma and Ba, Adam (2015), algorithm 1, and Loshchilov and Hutter, AdamW (2019), where `decoupled`. `steps` counts up for every
// parameter that has a gradient. `largest` is read with `amsgrad` only.
SHIM int32_t ts_adam_step(Tensor* const* parameters, Tensor* const* means, Tensor* const* squares, Tensor* const* largest, int64_t* steps, int32_t count,
                       double rate, double beta1, double beta2, double eps, double decay, int32_t amsgrad, int32_t decoupled, int32_t maximise) {
  return done([&] {
    const at::NoGradGuard no_gradients;
    std::map<int64_t, AdamGroup> on_gpu;
    for (int32_t i = 0; i < count; i++) {
      auto& parameter = *parameters[i];
      if (!has_gradient(parameter)) {
        continue;
      }
      auto gradient = maximise != 0 ? parameter.grad().neg() : parameter.grad();
      const auto step = static_cast<double>(++steps[i]);
      if (decay != 0) {
        if (decoupled != 0) {
          parameter.mul_(1 - rate * decay);
        } else {
          gradient = gradient.add(parameter, decay);
        }
      }
      if (parameter.is_cuda() && amsgrad == 0) {
        auto& group = on_gpu[steps[i]];
        group.parameters.push_back(parameter);
        group.gradients.push_back(gradient);
        group.means.push_back(*means[i]);
        group.squares.push_back(*squares[i]);
        continue;
      }
      means[i]->mul_(beta1).add_(gradient, 1 - beta1);
      squares[i]->mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
      auto square = *squares[i];
      if (amsgrad != 0) {
        at::maximum_out(*largest[i], *largest[i], square);
        square = *largest[i];
      }
      const auto divisor = square.sqrt().div_(std::sqrt(1 - std::pow(beta2, step))).add_(eps);
      parameter.addcdiv_(*means[i], divisor, -rate / (1 - std::pow(beta1, step)));
    }
    for (const auto& [step, group] : on_gpu) {
      adam_step(group, static_cast<double>(step), rate, beta1, beta2, eps);
    }
  });
}

// Momentum as PyTorch has it: the first step's buffer is the gradient itself. `started` says which buffers hold something.
SHIM int32_t ts_sgd_step(Tensor* const* parameters, Tensor* const* buffers, int32_t* started, int32_t count, double rate, double momentum,
                      double dampening, double decay, int32_t nesterov, int32_t maximise) {
  return done([&] {
    const at::NoGradGuard no_gradients;
    for (int32_t i = 0; i < count; i++) {
      auto& parameter = *parameters[i];
      if (!has_gradient(parameter)) {
        continue;
      }
      auto gradient = maximise != 0 ? parameter.grad().neg() : parameter.grad();
      if (decay != 0) {
        gradient = gradient.add(parameter, decay);
      }
      if (momentum != 0) {
        auto& buffer = *buffers[i];
        if (started[i] == 0) {
          buffer.copy_(gradient);
          started[i] = 1;
        } else {
          buffer.mul_(momentum).add_(gradient, 1 - dampening);
        }
        gradient = nesterov != 0 ? gradient.add(buffer, momentum) : buffer;
      }
      parameter.add_(gradient, -rate);
    }
  });
}

// The norm of all gradients as one vector; scales them where it is larger than `limit`.
SHIM Tensor* ts_clip_grad_norm(Tensor* const* parameters, int32_t count, double limit, double p) {
  return tensor_of([&] {
    const at::NoGradGuard no_gradients;
    std::vector<Tensor> gradients;
    for (int32_t i = 0; i < count; i++) {
      if (has_gradient(*parameters[i])) {
        gradients.push_back(parameters[i]->grad());
      }
    }
    if (gradients.empty()) {
      return at::zeros({});
    }
    const auto where = gradients[0].device();
    std::vector<Tensor> norms;
    for (const auto& gradient : gradients) {
      norms.push_back(gradient.norm(p).to(where));
    }
    const auto total = at::norm(at::stack(norms), p);
    // A tensor, not a number: reading it would make a GPU wait.
    const auto factor = at::clamp((total + 1e-6).reciprocal().mul(limit), nothing, at::Scalar(1.0));
    for (auto& gradient : gradients) {
      gradient.mul_(factor.to(gradient.device()));
    }
    return total;
  });
}
