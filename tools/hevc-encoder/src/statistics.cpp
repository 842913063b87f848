#include "statistics.h"

#include <cmath>
#include <cstdio>

#include <sys/resource.h>

#include "describe.h"

namespace hevc {
namespace {

template <typename Sample>
std::uint64_t squaredError(const std::uint8_t* source, const x265_picture& recon, int width, int height) {
    std::uint64_t sum = 0;
    const auto* a = reinterpret_cast<const Sample*>(source);
    const auto* rows = static_cast<const std::uint8_t*>(recon.planes[0]);
    for (int y = 0; y < height; y++) {
        const auto* b = reinterpret_cast<const Sample*>(rows + static_cast<std::ptrdiff_t>(y) * recon.stride[0]);
        for (int x = 0; x < width; x++) {
            const int difference = static_cast<int>(a[x]) - static_cast<int>(b[x]);
            sum += static_cast<std::uint64_t>(difference) * static_cast<std::uint64_t>(difference);
        }
        a += width;
    }
    return sum;
}

template <typename... Values>
std::string format(const char* pattern, Values... values) {
    char text[256];
    std::snprintf(text, sizeof text, pattern, values...);
    return text;
}

// User and system time of all threads so far.
double processorSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

}  // namespace

Statistics::Statistics(const std::string& path, const FrameFormat& frameFormat)
    : output_(path), format_(frameFormat) {}

void Statistics::frame(const CodedPicture& coded, const std::vector<std::uint8_t>& source, int qp) {
    const int width = format_.width;
    const int height = format_.height;
    const std::uint64_t sse = format_.depth == 8
                                  ? squaredError<std::uint8_t>(source.data(), *coded.recon, width, height)
                                  : squaredError<std::uint16_t>(source.data(), *coded.recon, width, height);
    std::string psnr = "null";
    if (sse > 0) {
        const double peak = format_.maximum();
        const double samples = static_cast<double>(width) * height;
        psnr = format("%.4f", 10.0 * std::log10(peak * peak * samples / static_cast<double>(sse)));
    }
    // Frames overlap inside libx265, so a frame's own time is unknowable; the time since the
    // one before is what a progress display needs, and the sum is right.
    const auto now = Clock::now();
    const double milliseconds = std::chrono::duration<double, std::milli>(now - last_).count();
    last_ = now;

    const std::uint64_t bits = 8 * bytesOf(coded.nals, coded.nalCount);
    bits_ += bits;
    frames_++;
    output_.write(format("{\"frame\":%ld,\"type\":\"%c\",\"qp\":%d,\"bits\":%llu,\"sse\":%llu,\"psnr\":%s,\"ms\":%.3f}\n",
                         coded.frame, coded.type, qp, static_cast<unsigned long long>(bits),
                         static_cast<unsigned long long>(sse), psnr.c_str(), milliseconds));
}

void Statistics::summary(std::uint64_t headerBits, const std::string& encoder, const std::string& options) {
    const double seconds = std::chrono::duration<double>(Clock::now() - start_).count();
    output_.write(format("{\"summary\":true,\"frames\":%ld,\"bits\":%llu,\"header_bits\":%llu,\"seconds\":%.3f,\"cpu_seconds\":%.3f,",
                         frames_, static_cast<unsigned long long>(bits_ + headerBits),
                         static_cast<unsigned long long>(headerBits), seconds, processorSeconds()));
    output_.write("\"encoder\":" + jsonString(encoder) + ",\"options\":" + jsonString(options) + "}\n");
    output_.close();
}

}  // namespace hevc
