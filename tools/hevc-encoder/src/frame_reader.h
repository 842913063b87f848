#pragma once

#include <cstdint>
#include <vector>

#include "frame_format.h"
#include "pipe.h"

namespace hevc {

// Reads whole raw frames from a file descriptor.
class FrameReader {
public:
    FrameReader(int descriptor, const FrameFormat& format) : descriptor_(descriptor), format_(format) {
        widenPipe(descriptor);
    }

    // False at the end of the input. Throws Failure(BadInput) for a partial frame and for a
    // sample above the bit depth, which libx265 would silently mask.
    bool read(std::vector<std::uint8_t>& frame);

private:
    void checkSamples(const std::vector<std::uint8_t>& frame) const;

    int descriptor_;
    FrameFormat format_;
    long count_ = 0;
};

}  // namespace hevc
