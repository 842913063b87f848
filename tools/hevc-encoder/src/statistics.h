#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "encoder.h"
#include "frame_format.h"
#include "output.h"

namespace hevc {

// Writes one JSON line a frame and a summary line.
class Statistics {
public:
    Statistics(const std::string& path, const FrameFormat& format);

    void frame(const CodedPicture& coded, const std::vector<std::uint8_t>& source, int qp);
    void summary(std::uint64_t headerBits, const std::string& encoder, const std::string& options);

private:
    using Clock = std::chrono::steady_clock;

    Output output_;
    FrameFormat format_;
    Clock::time_point start_ = Clock::now();
    Clock::time_point last_ = start_;
    long frames_ = 0;
    std::uint64_t bits_ = 0;
};

}  // namespace hevc
