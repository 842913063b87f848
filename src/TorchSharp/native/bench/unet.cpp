#include "unet.h"

namespace nn = torch::nn;

namespace {
const std::vector<int64_t> widths{16, 32, 64, 96, 128, 128};
constexpr int64_t groups = 8;
constexpr int64_t classes = 4;
constexpr double slope = 0.01;

nn::Conv2dOptions same(int64_t in, int64_t out) { return nn::Conv2dOptions(in, out, 3).padding(1); }
}  // namespace

BlockImpl::BlockImpl(int64_t in, int64_t out)
    : first(same(in, out)), second(same(out, out)), first_norm(groups, out), second_norm(groups, out) {
  register_module("first", first);
  register_module("first_norm", first_norm);
  register_module("second", second);
  register_module("second_norm", second_norm);
}

torch::Tensor BlockImpl::forward(torch::Tensor x) {
  x = torch::leaky_relu(first_norm(first(x)), slope);
  return torch::leaky_relu(second_norm(second(x)), slope);
}

UNetImpl::UNetImpl() {
  // In the order of the C# network, so that the same seed gives the same weights.
  encode->push_back(Block(1, widths[0]));
  last = nn::Conv2d(nn::Conv2dOptions(widths[0], classes, 1));
  for (size_t i = 1; i < widths.size(); i++) {
    down->push_back(nn::Conv2d(same(widths[i - 1], widths[i]).stride(2)));
    encode->push_back(Block(widths[i], widths[i]));
    up->push_back(nn::ConvTranspose2d(nn::ConvTranspose2dOptions(widths[i], widths[i - 1], 2).stride(2)));
    decode->push_back(Block(2 * widths[i - 1], widths[i - 1]));
  }
  register_module("encode", encode);
  register_module("down", down);
  register_module("up", up);
  register_module("decode", decode);
  register_module("last", last);
}

torch::Tensor UNetImpl::forward(torch::Tensor x) {
  std::vector<torch::Tensor> skips{encode[0]->as<Block>()->forward(x)};
  for (size_t i = 0; i < down->size(); i++) {
    skips.push_back(encode[i + 1]->as<Block>()->forward(down[i]->as<nn::Conv2d>()->forward(skips.back())));
  }
  x = skips.back();
  for (size_t i = up->size(); i-- > 0;) {
    x = torch::cat({up[i]->as<nn::ConvTranspose2d>()->forward(x), skips[i]}, 1);
    x = decode[i]->as<Block>()->forward(x);
  }
  return last(x);
}
