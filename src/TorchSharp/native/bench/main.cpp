// usage: unet-step THREADS BATCH SIZE STEPS
// Trains the U-Net on random images; prints seconds per step and the last loss. The first step is not counted.
#include "unet.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fprintf(stderr, "usage: %s THREADS BATCH SIZE STEPS\n", argv[0]);
    return 1;
  }
  const auto batch = std::atoll(argv[2]);
  const auto size = std::atoll(argv[3]);
  const auto steps = std::atoi(argv[4]);
  at::set_num_threads(std::atoi(argv[1]));
  torch::manual_seed(1);
  UNet net;
  torch::optim::Adam optimiser(net->parameters(), torch::optim::AdamOptions(1e-3));
  const auto images = torch::rand({batch, 1, size, size});
  const auto targets = torch::randint(0, 4, {batch, size, size}, torch::kInt64);
  auto start = std::chrono::steady_clock::now();
  float last = 0;
  for (int i = 0; i <= steps; i++) {
    if (i == 1) {
      start = std::chrono::steady_clock::now();
    }
    optimiser.zero_grad();
    auto loss = torch::nn::functional::cross_entropy(net(images), targets);
    loss.backward();
    optimiser.step();
    last = loss.item<float>();
  }
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
  std::printf("%.6f %.6f\n", taken.count() / steps, last);
  return 0;
}
