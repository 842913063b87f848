#include "api.h"

#include <dlfcn.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <ATen/Parallel.h>
#include <torch/cuda.h>

#include <atomic>
#include <string>

namespace {
std::atomic<int64_t> live{0};
thread_local std::string message;

#ifdef __GLIBC__
// Activations live for one layer. Left to itself glibc gives their pages back to the kernel and takes them again, layer by layer.
const bool keep_pages = [] {
  constexpr int kept = 256 << 20;
  return mallopt(M_MMAP_THRESHOLD, kept) != 0 && mallopt(M_TRIM_THRESHOLD, kept) != 0;
}();
#endif
}  // namespace

Tensor* give(Tensor tensor) {
  auto* handle = new Tensor(std::move(tensor));
  live.fetch_add(1, std::memory_order_relaxed);
  return handle;
}

void keep_error(const std::exception& error) {
  // c10::Error appends the C++ stack to what(), which says nothing to a user of C#.
  if (const auto* fault = dynamic_cast<const c10::Error*>(&error)) {
    message = fault->what_without_backtrace();
  } else {
    message = error.what();
  }
}

void keep_error(const char* text) { message = text; }

at::Scalar scalar(const Number& number) {
  switch (number.kind) {
    case 1: return at::Scalar(number.real);
    case 2: return at::Scalar(number.integer);
    case 3: return at::Scalar(number.integer != 0);
    default: throw std::invalid_argument("a number is missing");
  }
}

Optional<at::Scalar> optional_scalar(const Number& number) {
  return number.kind == 0 ? nothing : Optional<at::Scalar>(scalar(number));
}

Optional<Tensor> optional_tensor(const Tensor* tensor) {
  return tensor == nullptr ? nothing : Optional<Tensor>(*tensor);
}

Optional<at::ScalarType> optional_dtype(int32_t dtype) {
  return dtype < 0 ? nothing : Optional<at::ScalarType>(static_cast<at::ScalarType>(dtype));
}

at::TensorOptions options(const Options& wanted) {
  auto made = at::TensorOptions().requires_grad(false);
  if (wanted.dtype >= 0) {
    made = made.dtype(static_cast<at::ScalarType>(wanted.dtype));
  }
  if (wanted.device >= 0) {
    made = made.device(at::Device(static_cast<at::DeviceType>(wanted.device), static_cast<at::DeviceIndex>(wanted.index)));
  }
  return made;
}

std::vector<Tensor> list(Tensor* const* tensors, int32_t count) {
  std::vector<Tensor> made;
  made.reserve(static_cast<size_t>(count));
  for (int32_t i = 0; i < count; i++) {
    made.push_back(*tensors[i]);
  }
  return made;
}

SHIM const char* ts_last_error() { return message.c_str(); }
SHIM int64_t ts_live_tensors() { return live.load(std::memory_order_relaxed); }

SHIM void ts_dispose(Tensor* tensor) {
  delete tensor;
  live.fetch_sub(1, std::memory_order_relaxed);
}

SHIM int32_t ts_set_threads(int32_t count) {
  return done([&] {
    at::set_num_threads(count);
    // OpenBLAS waits for its own threads by spinning, which takes the cores away from libtorch's. Where another BLAS is behind
    // libtorch, the name does not resolve and nothing needs doing.
    using SetBlasThreads = void (*)(int);
    if (const auto set = reinterpret_cast<SetBlasThreads>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"))) {
      set(1);
    }
  });
}

SHIM int32_t ts_get_threads() { return at::get_num_threads(); }

SHIM int32_t ts_set_interop_threads(int32_t count) {
  return done([&] { at::set_num_interop_threads(count); });
}

SHIM int32_t ts_get_interop_threads() { return static_cast<int32_t>(at::get_num_interop_threads()); }

SHIM int32_t ts_cuda_available() { return torch::cuda::is_available() ? 1 : 0; }
SHIM int32_t ts_cuda_devices() {
  return done([] { return static_cast<int>(torch::cuda::device_count()); });
}
