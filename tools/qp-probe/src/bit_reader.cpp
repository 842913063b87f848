#include "bit_reader.h"

namespace probe {

unsigned BitReader::bit() {
    const std::size_t byte = position_ / 8;
    if (byte >= bytes_.size()) throw StreamError("a NAL unit ends too early");
    const unsigned value = (bytes_[byte] >> (7 - position_ % 8)) & 1U;
    position_++;
    return value;
}

unsigned BitReader::bits(int count) {
    unsigned value = 0;
    for (int i = 0; i < count; i++) value = value << 1 | bit();
    return value;
}

unsigned BitReader::ue() {
    int zeros = 0;
    while (!flag())
        if (++zeros > 31) throw StreamError("an Exp-Golomb code is too long");
    return (1U << zeros) - 1 + bits(zeros);
}

int BitReader::se() {
    const unsigned code = ue();
    const int magnitude = static_cast<int>((code + 1) / 2);
    return code % 2 != 0 ? magnitude : -magnitude;
}

void BitReader::alignAfterStopBit() {
    if (!flag()) throw StreamError("expected the alignment bit after a slice header");
    align();
}

std::vector<NalUnit> splitAnnexB(const std::vector<std::uint8_t>& stream) {
    std::vector<std::size_t> starts;  // first byte after each start code
    for (std::size_t i = 0; i + 2 < stream.size(); i++) {
        if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
            starts.push_back(i + 3);
            i += 2;
        }
    }
    std::vector<NalUnit> units;
    for (std::size_t n = 0; n < starts.size(); n++) {
        std::size_t end = n + 1 < starts.size() ? starts[n + 1] - 3 : stream.size();
        while (end > starts[n] && stream[end - 1] == 0) end--;
        if (end < starts[n] + 2) continue;
        NalUnit unit;
        unit.type = stream[starts[n]] >> 1 & 0x3f;
        int zeros = 0;
        for (std::size_t i = starts[n] + 2; i < end; i++) {
            if (zeros >= 2 && stream[i] == 3) {
                zeros = 0;
                continue;
            }
            zeros = stream[i] == 0 ? zeros + 1 : 0;
            unit.payload.push_back(stream[i]);
        }
        units.push_back(std::move(unit));
    }
    return units;
}

}  // namespace probe
