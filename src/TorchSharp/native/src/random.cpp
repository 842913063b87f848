// Random numbers. A null generator is the device's default one.
#include "api.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Context.h>

using Generator = at::Generator;

namespace {
Optional<Generator> optional_generator(const Generator* generator) {
  return generator == nullptr ? nothing : Optional<Generator>(*generator);
}

Tensor ready(Tensor made, const Options& wanted) { return made.set_requires_grad(wanted.requires_grad != 0); }
}  // namespace

SHIM int32_t ts_manual_seed(int64_t seed) {
  return done([&] { at::manual_seed(static_cast<uint64_t>(seed)); });
}

SHIM Generator* ts_generator(int64_t seed, int32_t device, int32_t index) {
  Generator* made = nullptr;
  done([&] {
    if (static_cast<at::DeviceType>(device) == at::kCPU) {
      made = new Generator(at::detail::createCPUGenerator(static_cast<uint64_t>(seed)));
    } else {
      // Its own state, so that the default generator of the device is left alone.
      const auto& shared = at::globalContext().defaultGenerator(at::Device(static_cast<at::DeviceType>(device), static_cast<at::DeviceIndex>(index)));
      made = new Generator(shared.clone());
      made->set_current_seed(static_cast<uint64_t>(seed));
    }
  });
  return made;
}

SHIM Generator* ts_default_generator(int32_t device, int32_t index) {
  Generator* made = nullptr;
  done([&] {
    made = new Generator(at::globalContext().defaultGenerator(at::Device(static_cast<at::DeviceType>(device), static_cast<at::DeviceIndex>(index))));
  });
  return made;
}

SHIM void ts_dispose_generator(Generator* generator) { delete generator; }

SHIM int32_t ts_generator_seed(Generator* generator, int64_t seed) {
  return done([&] {
    const std::lock_guard<std::mutex> lock(generator->mutex());
    generator->set_current_seed(static_cast<uint64_t>(seed));
  });
}

SHIM int64_t ts_generator_initial_seed(const Generator* generator) { return static_cast<int64_t>(generator->current_seed()); }

SHIM Tensor* ts_generator_state(const Generator* generator) {
  return tensor_of([&] { return generator->get_state(); });
}

SHIM int32_t ts_set_generator_state(Generator* generator, const Tensor* state) {
  return done([&] {
    const std::lock_guard<std::mutex> lock(generator->mutex());
    generator->set_state(*state);
  });
}

SHIM Tensor* ts_random_uniform(const int64_t* size, int32_t count, const Generator* generator, Options wanted) {
  return tensor_of([&] { return ready(at::rand(ints(size, count), optional_generator(generator), options(wanted)), wanted); });
}

SHIM Tensor* ts_random_normal(const int64_t* size, int32_t count, const Generator* generator, Options wanted) {
  return tensor_of([&] { return ready(at::randn(ints(size, count), optional_generator(generator), options(wanted)), wanted); });
}

SHIM Tensor* ts_random_integers(int64_t low, int64_t high, const int64_t* size, int32_t count, const Generator* generator, Options wanted) {
  return tensor_of([&] {
    return ready(at::randint(low, high, ints(size, count), optional_generator(generator), options(wanted)), wanted);
  });
}

SHIM Tensor* ts_random_permutation(int64_t count, const Generator* generator, Options wanted) {
  return tensor_of([&] { return ready(at::randperm(count, optional_generator(generator), options(wanted)), wanted); });
}

SHIM Tensor* ts_bernoulli(const Tensor* self, const Generator* generator) {
  return tensor_of([&] { return at::bernoulli(*self, optional_generator(generator)); });
}

SHIM Tensor* ts_multinomial(const Tensor* self, int64_t samples, int32_t replacement, const Generator* generator) {
  return tensor_of([&] { return at::multinomial(*self, samples, replacement != 0, optional_generator(generator)); });
}

SHIM int32_t ts_uniform_(const Tensor* self, double from, double to, const Generator* generator) {
  return done([&] { self->uniform_(from, to, optional_generator(generator)); });
}

SHIM int32_t ts_normal_(const Tensor* self, double mean, double deviation, const Generator* generator) {
  return done([&] { self->normal_(mean, deviation, optional_generator(generator)); });
}

SHIM int32_t ts_bernoulli_(const Tensor* self, double probability, const Generator* generator) {
  return done([&] { self->bernoulli_(probability, optional_generator(generator)); });
}

SHIM Tensor* ts_dropout(const Tensor* self, double probability, int32_t training) {
  return tensor_of([&] { return at::dropout(*self, probability, training != 0); });
}

SHIM Tensor* ts_feature_dropout(const Tensor* self, double probability, int32_t training) {
  return tensor_of([&] { return at::feature_dropout(*self, probability, training != 0); });
}
