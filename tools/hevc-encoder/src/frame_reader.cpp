#include "frame_reader.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "failure.h"

namespace hevc {

bool FrameReader::read(std::vector<std::uint8_t>& frame) {
    const std::size_t size = format_.frameBytes();
    frame.resize(size);
    std::size_t filled = 0;
    while (filled < size) {
        const ssize_t got = ::read(descriptor_, frame.data() + filled, size - filled);
        if (got < 0) {
            if (errno == EINTR) continue;
            throw Failure(ExitCode::BadInput, std::string("cannot read standard input: ") + std::strerror(errno));
        }
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    if (filled == 0) return false;
    if (filled < size)
        throw Failure(ExitCode::BadInput, "the input ends inside frame " + std::to_string(count_) +
                                              ": expected " + std::to_string(size) + " bytes, found " +
                                              std::to_string(filled));
    checkSamples(frame);
    count_++;
    return true;
}

void FrameReader::checkSamples(const std::vector<std::uint8_t>& frame) const {
    if (format_.depth == 8) return;
    // Little-endian: only the high byte can hold forbidden bits. One sweep over all of them
    // costs nothing beside the encoder; the culprit is looked for only when there is one.
    unsigned high = 0;
    for (std::size_t i = 1; i < frame.size(); i += 2) high |= frame[i];
    if ((high >> (format_.depth - 8)) == 0) return;

    for (std::size_t i = 1; i < frame.size(); i += 2) {
        if ((frame[i] >> (format_.depth - 8)) == 0) continue;
        const int value = frame[i - 1] | (frame[i] << 8);
        throw Failure(ExitCode::BadInput,
                      "frame " + std::to_string(count_) + ", sample " + std::to_string(i / 2) +
                          ": expected at most " + std::to_string(format_.maximum()) + ", found " +
                          std::to_string(value));
    }
}

}  // namespace hevc
