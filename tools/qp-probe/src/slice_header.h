#pragma once

#include <cstddef>

#include "parameter_sets.h"

namespace probe {

struct SliceHeader {
    bool intra = true;
    bool saoLuma = false;
    bool saoChroma = false;
    int references = 1;
    int mergeCandidates = 5;
    int initType = 0;  // 9.3.2.2
    int qp = 26;
    std::size_t dataByte = 0;  // where slice data starts in the payload
};

// 7.3.6.1. Throws StreamError for B slices and for several slices in a picture.
SliceHeader readSliceHeader(const NalUnit& unit, const SequenceSet& sps, const PictureSet& pps);

}  // namespace probe
