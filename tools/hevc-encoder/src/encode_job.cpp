#include "encode_job.h"

#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>

#include "describe.h"
#include "encoder.h"
#include "failure.h"
#include "frame_reader.h"
#include "output.h"
#include "qp_map.h"
#include "settings.h"
#include "statistics.h"

namespace hevc {
namespace {

class Job {
public:
    explicit Job(const CommandLine& line)
        : line_(line),
          map_(line.qpMap.empty() ? nullptr : std::make_unique<QpMap>(line.qpMap, line.format)),
          api_(apiFor(line.format.depth)),
          encoder_(api_, makeParam(api_, line, layout()), line.format),
          stream_(line.output),
          recon_(line.recon.empty() ? nullptr : std::make_unique<Output>(line.recon)),
          statistics_(line.stats.empty() ? nullptr : std::make_unique<Statistics>(line.stats, line.format)) {}

    void run() {
        if (map_ && line_.frames && map_->frames() != *line_.frames)
            throw Failure(ExitCode::BadInput, "--frames says " + std::to_string(*line_.frames) + ", the QP map has " +
                                                  std::to_string(map_->frames()) + " frames");
        const CodedPicture headers = encoder_.headers();
        headerBits_ = 8 * bytesOf(headers.nals, headers.nalCount);
        writeStream(headers);

        FrameReader reader(STDIN_FILENO, line_.format);
        CodedPicture coded;
        long count = 0;
        for (Pending pending; reader.read(pending.source); count++) {
            if (count == expectedFrames()) failOnCount("more");
            const FrameQp qp = map_ ? map_->next() : FrameQp{*line_.qp, {}};
            pending.qp = qp.qp;
            pending_.push_back(std::move(pending));
            if (encoder_.encode(pending_.back().source, qp, layout().block, coded)) finish(coded);
        }
        if (count == 0) throw Failure(ExitCode::BadInput, "standard input is empty: expected at least one frame");
        if (expectedFrames() >= 0 && count != expectedFrames()) failOnCount(std::to_string(count));
        while (encoder_.flush(coded)) finish(coded);
        if (!pending_.empty()) throw Failure(ExitCode::Internal, "libx265 kept pictures back");

        stream_.close();
        if (recon_) recon_->close();
        if (statistics_)
            statistics_->summary(headerBits_, describeEncoder(api_), describeOptions(line_, layout()));
    }

private:
    // A frame inside libx265. Only its few frames of delay are kept.
    struct Pending {
        std::vector<std::uint8_t> source;
        int qp = 0;
    };

    QpLayout layout() const { return map_ ? QpLayout{map_->hasOffsets(), map_->block()} : QpLayout{}; }

    long expectedFrames() const { return map_ ? map_->frames() : line_.frames.value_or(-1); }

    [[noreturn]] void failOnCount(const std::string& found) const {
        throw Failure(ExitCode::BadInput, "expected " + std::to_string(expectedFrames()) + " frames by " +
                                              (map_ ? "the QP map" : "--frames") + ", found " + found);
    }

    void writeStream(const CodedPicture& coded) {
        for (std::uint32_t i = 0; i < coded.nalCount; i++) stream_.write(coded.nals[i].payload, coded.nals[i].sizeBytes);
    }

    void writeRecon(const x265_picture& recon) {
        packed_.resize(line_.format.frameBytes());
        std::uint8_t* to = packed_.data();
        for (int plane = 0; plane < line_.format.planes(); plane++) {
            const auto* from = static_cast<const std::uint8_t*>(recon.planes[plane]);
            const std::size_t rowBytes = line_.format.rowBytes(plane);
            for (int y = 0; y < line_.format.planeHeight(plane); y++) {
                std::copy_n(from, rowBytes, to);
                from += recon.stride[plane];
                to += rowBytes;
            }
        }
        recon_->write(packed_.data(), packed_.size());
    }

    void finish(const CodedPicture& coded) {
        if (pending_.empty() || coded.frame != finished_)
            throw Failure(ExitCode::Internal, "libx265 returned picture " + std::to_string(coded.frame) +
                                                  " where " + std::to_string(finished_) + " was due");
        writeStream(coded);
        if (recon_) writeRecon(*coded.recon);
        if (statistics_) statistics_->frame(coded, pending_.front().source, pending_.front().qp);
        pending_.pop_front();
        finished_++;
    }

    const CommandLine& line_;
    std::unique_ptr<QpMap> map_;
    const x265_api& api_;
    Encoder encoder_;
    Output stream_;
    std::unique_ptr<Output> recon_;
    std::unique_ptr<Statistics> statistics_;
    std::deque<Pending> pending_;
    std::vector<std::uint8_t> packed_;
    std::uint64_t headerBits_ = 0;
    long finished_ = 0;
};

}  // namespace

void encode(const CommandLine& line) { Job(line).run(); }

}  // namespace hevc
