#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "frame_format.h"

namespace hevc {

// What one frame asks for. An empty list of offsets means that all are 0.
struct FrameQp {
    int qp = 0;
    std::vector<int> offsets;
};

// A QP map file (layout: README.md). The whole file is checked when it is opened, so that a
// fault in the last line does not show after an hour; it is then read again frame by frame,
// so that memory holds one line only.
class QpMap {
public:
    QpMap(const std::string& path, const FrameFormat& format);

    int block() const { return block_; }
    int columns() const { return columns_; }
    int rows() const { return rows_; }
    long frames() const { return frames_; }
    bool hasOffsets() const { return hasOffsets_; }

    // The next frame's line. Must be called at most frames() times.
    FrameQp next();

private:
    [[noreturn]] void fail(const std::string& message) const;
    bool readLine();
    void readHeader(const FrameFormat& format);
    FrameQp parseFrame() const;

    std::string path_;
    std::ifstream file_;
    std::string line_;
    std::size_t longestLine_ = 128;
    long lineNumber_ = 0;
    int block_ = 0;
    int columns_ = 0;
    int rows_ = 0;
    long frames_ = 0;
    bool hasOffsets_ = false;
};

}  // namespace hevc
