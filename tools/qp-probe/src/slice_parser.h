#pragma once

#include <vector>

#include "slice_header.h"

namespace probe {

// The luma QP of every 8x8 block, and whether its coding unit has coefficients. Without any,
// the QP is only a prediction (8.6.1) and no sample depends on it.
struct QpField {
    static constexpr int unit = 8;

    int columns = 0;
    int rows = 0;
    std::vector<int> qp;
    std::vector<bool> coded;
    // Bits of the slice data spent on each 8x8 block: what a coding unit takes is spread evenly
    // over it, what a coding tree unit says of SAO over the whole tree.
    std::vector<double> bits;
};

QpField parseSlice(const NalUnit& unit, const SequenceSet& sps, const PictureSet& pps, const SliceHeader& slice);

}  // namespace probe
