// What every source of the shim shares.
//
// Ownership: a function that returns Tensor* hands the caller a new handle, which dispose() frees; handles that come in stay the
// caller's. A null Tensor* argument is an absent optional tensor. Failure is a null handle, or -1 from a function that returns int;
// last_error() then has libtorch's message for the calling thread.
#pragma once

#include <ATen/ATen.h>
#include <torch/version.h>

#include <cstdint>
#include <cstring>
#include <exception>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#define SHIM extern "C" __attribute__((visibility("default")))

using Tensor = at::Tensor;

// libtorch 2.2 made its own optional another name of C++'s, and later gave that name up.
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 2)
template <typename T>
using Optional = std::optional<T>;
inline constexpr auto nothing = std::nullopt;
#else
template <typename T>
using Optional = c10::optional<T>;
constexpr auto nothing = c10::nullopt;
#endif

// A number of C#. `kind` is 0 for none, 1 for floating point, 2 for integer, 3 for bool.
struct Number {
  double real;
  int64_t integer;
  int32_t kind;
};

// Where and as what a new tensor is made; -1 is the default.
struct Options {
  int32_t dtype;
  int32_t device;
  int32_t index;
  int32_t requires_grad;
};

Tensor* give(Tensor tensor);
void keep_error(const std::exception& error);
void keep_error(const char* text);

at::Scalar scalar(const Number& number);
Optional<at::Scalar> optional_scalar(const Number& number);
Optional<Tensor> optional_tensor(const Tensor* tensor);
Optional<at::ScalarType> optional_dtype(int32_t dtype);
at::TensorOptions options(const Options& wanted);
std::vector<Tensor> list(Tensor* const* tensors, int32_t count);

inline at::IntArrayRef ints(const int64_t* values, int32_t count) { return {values, static_cast<size_t>(count)}; }

template <typename Body>
Tensor* tensor_of(Body body) noexcept {
  try {
    return give(body());
  } catch (const std::exception& error) {
    keep_error(error);
  } catch (...) {
    keep_error("an unknown fault in libtorch");
  }
  return nullptr;
}

// Runs a body that returns nothing (then 0 is returned) or an int.
template <typename Body>
int32_t done(Body body) noexcept {
  try {
    if constexpr (std::is_void_v<decltype(body())>) {
      body();
      return 0;
    } else {
      return static_cast<int32_t>(body());
    }
  } catch (const std::exception& error) {
    keep_error(error);
  } catch (...) {
    keep_error("an unknown fault in libtorch");
  }
  return -1;
}
