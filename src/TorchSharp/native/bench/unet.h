// The U-Net of the benchmark, directly on libtorch's C++ front end. tests/DiagCodec.Benchmarks has the same one in C#.
#pragma once

#include <torch/torch.h>

#include <vector>

// Two times 3x3 convolution, group normalisation, leaky ReLU.
struct BlockImpl : torch::nn::Module {
  BlockImpl(int64_t in, int64_t out);
  torch::Tensor forward(torch::Tensor x);

  torch::nn::Conv2d first, second;
  torch::nn::GroupNorm first_norm, second_norm;
};
TORCH_MODULE(Block);

struct UNetImpl : torch::nn::Module {
  UNetImpl();
  torch::Tensor forward(torch::Tensor x);

  torch::nn::ModuleList encode, down, up, decode;
  torch::nn::Conv2d last{nullptr};
};
TORCH_MODULE(UNet);
