#pragma once

#include <cstddef>

namespace hevc {

enum class Chroma { Monochrome, Yuv420 };

// How one raw frame lies in the input and in the reconstruction: planar, without padding,
// one byte a sample at 8 bits and two bytes, little-endian, above.
struct FrameFormat {
    int width = 0;
    int height = 0;
    int depth = 8;
    Chroma chroma = Chroma::Monochrome;

    int planes() const { return chroma == Chroma::Monochrome ? 1 : 3; }
    int planeWidth(int plane) const { return plane == 0 ? width : width / 2; }
    int planeHeight(int plane) const { return plane == 0 ? height : height / 2; }
    std::size_t sampleBytes() const { return depth == 8 ? 1 : 2; }
    int maximum() const { return (1 << depth) - 1; }

    std::size_t rowBytes(int plane) const {
        return static_cast<std::size_t>(planeWidth(plane)) * sampleBytes();
    }

    std::size_t planeOffset(int plane) const {
        std::size_t offset = 0;
        for (int p = 0; p < plane; p++)
            offset += rowBytes(p) * static_cast<std::size_t>(planeHeight(p));
        return offset;
    }

    std::size_t frameBytes() const { return planeOffset(planes()); }
};

}  // namespace hevc
