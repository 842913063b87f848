// usage: unet-step THREADS BATCH SIZE
// Trains the U-Net on random images: one step for every line of standard input, which is answered by its seconds and loss.
#include "unet.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fprintf(stderr, "usage: %s THREADS BATCH SIZE\n", argv[0]);
    return 1;
  }
  const auto batch = std::atoll(argv[2]);
  const auto size = std::atoll(argv[3]);
  at::set_num_threads(std::atoi(argv[1]));
  torch::manual_seed(1);
  UNet net;
  torch::optim::Adam optimiser(net->parameters(), torch::optim::AdamOptions(1e-3));
  const auto images = torch::rand({batch, 1, size, size});
  const auto targets = torch::randint(0, 4, {batch, size, size}, torch::kInt64);
  for (std::string line; std::getline(std::cin, line);) {
    const auto start = std::chrono::steady_clock::now();
    optimiser.zero_grad();
    auto loss = torch::nn::functional::cross_entropy(net(images), targets);
    loss.backward();
    optimiser.step();
    const auto value = loss.item<float>();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    std::printf("%.6f %.6f\n", taken.count(), value);
    std::fflush(stdout);
  }
  return 0;
}
