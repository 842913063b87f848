#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace probe {

// The stream is broken or uses a tool that this program does not read.
class StreamError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

// Reads a NAL unit's payload, already freed of emulation prevention bytes (7.3.1.1).
class BitReader {
public:
    explicit BitReader(const std::vector<std::uint8_t>& bytes) : bytes_(bytes) {}

    unsigned bit();
    unsigned bits(int count);
    bool flag() { return bit() != 0; }
    unsigned ue();  // 9.2
    int se();
    void skip(int count) { position_ += static_cast<std::size_t>(count); }

    void alignAfterStopBit();
    void align() { position_ = (position_ + 7) / 8 * 8; }
    std::size_t bytePosition() const { return position_ / 8; }

private:
    const std::vector<std::uint8_t>& bytes_;
    std::size_t position_ = 0;
};

struct NalUnit {
    int type = 0;
    std::vector<std::uint8_t> payload;  // after the two header bytes
};

std::vector<NalUnit> splitAnnexB(const std::vector<std::uint8_t>& stream);

}  // namespace probe
