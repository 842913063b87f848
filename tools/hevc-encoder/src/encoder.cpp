#include "encoder.h"

#include <algorithm>
#include <cstddef>

#include "failure.h"
#include "limits.h"
#include "stderr_capture.h"

namespace hevc {
namespace {

constexpr int offsetBlock = 16;

int blocksAcross(int samples) { return (samples + offsetBlock - 1) / offsetBlock; }

// libx265 says only in its log why it does not open, so it is asked again with the log on.
[[noreturn]] void failToOpen(const x265_api& api, x265_param* param) {
    std::string reason;
    {
        StderrCapture capture;
        param->logLevel = X265_LOG_ERROR;
        if (x265_encoder* encoder = api.encoder_open(param)) api.encoder_close(encoder);
        reason = capture.text();
    }
    throw Failure(ExitCode::Usage, "libx265 refuses these settings: " + (reason.empty() ? "no reason given" : reason));
}

}  // namespace

std::uint64_t bytesOf(const x265_nal* nals, std::uint32_t count) {
    std::uint64_t bytes = 0;
    for (std::uint32_t i = 0; i < count; i++) bytes += nals[i].sizeBytes;
    return bytes;
}

Encoder::Encoder(const x265_api& api, Param param, const FrameFormat& format)
    : api_(api),
      format_(format),
      param_(std::move(param)),
      encoder_(api.encoder_open(param_.get())),
      in_(api.picture_alloc(), PictureDeleter{&api}),
      out_(api.picture_alloc(), PictureDeleter{&api}) {
    if (encoder_ == nullptr) failToOpen(api, param_.get());
    if (!in_ || !out_) throw Failure(ExitCode::Internal, "out of memory");
    api_.encoder_parameters(encoder_, param_.get());
    api_.picture_init(param_.get(), in_.get());
    usesOffsets_ = param_->rc.aqMode != X265_AQ_NONE;
    if (usesOffsets_)
        offsets_.assign(static_cast<std::size_t>(blocksAcross(format.width)) *
                            static_cast<std::size_t>(blocksAcross(format.height)),
                        0.0F);
}

Encoder::~Encoder() {
    if (encoder_ != nullptr) api_.encoder_close(encoder_);
}

CodedPicture Encoder::headers() {
    if (api_.encoder_headers(encoder_, &nals_, &nalCount_) < 0)
        throw Failure(ExitCode::Internal, "libx265 made no parameter sets");
    CodedPicture coded;
    coded.nals = nals_;
    coded.nalCount = nalCount_;
    return coded;
}

bool Encoder::encode(const std::vector<std::uint8_t>& frame, const FrameQp& qp, int block, CodedPicture& coded) {
    in_->bitDepth = format_.depth;
    for (int plane = 0; plane < format_.planes(); plane++) {
        in_->planes[plane] = const_cast<std::uint8_t*>(frame.data() + format_.planeOffset(plane));
        in_->stride[plane] = static_cast<int>(format_.rowBytes(plane));
    }
    in_->forceqp = codedQp(qp.qp) + 1;  // 0 would mean: choose it yourself
    // libx265 recycles its frames with the offsets of an earlier picture in them (or with no
    // room for any), so once offsets are in use every picture must bring some.
    if (usesOffsets_) {
        setOffsets(qp, block);
        in_->quantOffsets = offsets_.data();
    }
    return take(api_.encoder_encode(encoder_, &nals_, &nalCount_, in_.get(), out_.get()), coded);
}

bool Encoder::flush(CodedPicture& coded) {
    return take(api_.encoder_encode(encoder_, &nals_, &nalCount_, nullptr, out_.get()), coded);
}

bool Encoder::take(int result, CodedPicture& coded) {
    if (result < 0) throw Failure(ExitCode::Internal, "libx265 failed while encoding");
    if (result == 0) return false;
    coded.frame = out_->poc;
    coded.type = out_->sliceType == X265_TYPE_IDR || out_->sliceType == X265_TYPE_I ? 'I' : 'P';
    coded.nals = nals_;
    coded.nalCount = nalCount_;
    coded.recon = out_.get();
    return true;
}

int Encoder::codedQp(int qp) const { return std::clamp(qp, minimumQp, largestCodedQp(format_.depth)); }

void Encoder::setOffsets(const FrameQp& qp, int block) {
    if (qp.offsets.empty()) {
        std::fill(offsets_.begin(), offsets_.end(), 0.0F);
        return;
    }
    const int columns = blocksAcross(format_.width);
    const int rows = blocksAcross(format_.height);
    const int mapColumns = (format_.width + block - 1) / block;
    for (int y = 0; y < rows; y++) {
        for (int x = 0; x < columns; x++) {
            const int from = y * offsetBlock / block * mapColumns + x * offsetBlock / block;
            // libx265 adds the offset to the frame QP that it was given.
            const int offset = codedQp(qp.qp + qp.offsets[static_cast<std::size_t>(from)]) - codedQp(qp.qp);
            offsets_[static_cast<std::size_t>(y * columns + x)] = static_cast<float>(offset);
        }
    }
}

}  // namespace hevc
