// Padding and changes of resolution.
#include "api.h"

#include <string>

// `mode`: 0 nearest, 1 linear, 2 bilinear, 3 bicubic, 4 trilinear, 5 area, 6 nearest-exact.
SHIM Tensor* ts_interpolate(const Tensor* input, const int64_t* size, int32_t sizes, const double* scale, int32_t scales, int32_t mode, int32_t align,
                         int32_t recompute, int32_t antialias) {
  return tensor_of([&] {
    const auto spatial = static_cast<size_t>(input->dim() - 2);
    std::vector<int64_t> target(size, size + sizes);
    std::vector<double> factors(scale, scale + scales);
    if ((sizes == 0) == (scales == 0)) {
      throw std::invalid_argument("interpolate: give either size or scale_factor");
    }
    target.resize(sizes == 1 ? spatial : target.size(), sizes > 0 ? target[0] : 0);
    factors.resize(scales == 1 ? spatial : factors.size(), scales > 0 ? factors[0] : 0);
    if ((sizes > 0 ? target.size() : factors.size()) != spatial) {
      throw std::invalid_argument("interpolate: the input has " + std::to_string(spatial) + " spatial dimensions");
    }
    if (sizes == 0 && (recompute != 0 || mode == 5)) {
      for (size_t i = 0; i < spatial; i++) {
        target.push_back(static_cast<int64_t>(static_cast<double>(input->size(static_cast<int64_t>(i) + 2)) * factors[i]));
      }
      factors.clear();
    }
    using Sizes = at::OptionalIntArrayRef;
    using Factors = Optional<at::ArrayRef<double>>;
    const auto to = target.empty() ? Sizes() : Sizes(target);
    const auto by = factors.empty() ? Factors() : Factors(factors);
    const bool corners = align != 0;
    switch (mode * 10 + static_cast<int>(spatial)) {
      case 1: return at::upsample_nearest1d(*input, to, by);
      case 2: return at::upsample_nearest2d(*input, to, by);
      case 3: return at::upsample_nearest3d(*input, to, by);
      case 11: return at::upsample_linear1d(*input, to, corners, by);
      case 22: return antialias != 0 ? at::_upsample_bilinear2d_aa(*input, to, corners, by) : at::upsample_bilinear2d(*input, to, corners, by);
      case 32: return antialias != 0 ? at::_upsample_bicubic2d_aa(*input, to, corners, by) : at::upsample_bicubic2d(*input, to, corners, by);
      case 43: return at::upsample_trilinear3d(*input, to, corners, by);
      case 51: return at::adaptive_avg_pool1d(*input, target);
      case 52: return at::adaptive_avg_pool2d(*input, target);
      case 53: return at::adaptive_avg_pool3d(*input, target);
      case 61: return at::_upsample_nearest_exact1d(*input, to, by);
      case 62: return at::_upsample_nearest_exact2d(*input, to, by);
      case 63: return at::_upsample_nearest_exact3d(*input, to, by);
      default:
        throw std::invalid_argument("interpolate: the mode does not fit an input of " + std::to_string(input->dim()) + " dimensions");
    }
  });
}

SHIM Tensor* ts_pad(const Tensor* input, const int64_t* amounts, int32_t count, const char* mode, double value) {
  return tensor_of([&] {
    const std::string name(mode);
    return at::pad(*input, ints(amounts, count), name, name == "constant" ? Optional<double>(value) : nothing);
  });
}

// `mode`: 0 bilinear, 1 nearest. `padding`: 0 zeros, 1 border, 2 reflection.
SHIM Tensor* ts_grid_sample(const Tensor* input, const Tensor* grid, int64_t mode, int64_t padding, int32_t align) {
  return tensor_of([&] { return at::grid_sampler(*input, *grid, mode, padding, align != 0); });
}

SHIM Tensor* ts_affine_grid(const Tensor* theta, const int64_t* size, int32_t count, int32_t align) {
  return tensor_of([&] { return at::affine_grid_generator(*theta, ints(size, count), align != 0); });
}

SHIM Tensor* ts_pixel_shuffle(const Tensor* input, int64_t factor) {
  return tensor_of([&] { return at::pixel_shuffle(*input, factor); });
}

SHIM Tensor* ts_pixel_unshuffle(const Tensor* input, int64_t factor) {
  return tensor_of([&] { return at::pixel_unshuffle(*input, factor); });
}
