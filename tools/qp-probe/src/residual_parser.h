#pragma once

#include "arithmetic_decoder.h"

namespace probe {

struct ResidualBlock {
    int log2Size = 2;
    int component = 0;
    int scan = 0;  // 0 diagonal, 1 horizontal, 2 vertical
    bool transformSkipAllowed = false;
    bool signHiding = false;
};

// 7.3.8.11: reads past the coefficients of one transform block; their values are not kept.
void skipResidual(ArithmeticDecoder& cabac, const ResidualBlock& block);

}  // namespace probe
