#pragma once

#include <x265.h>

#include <cstdint>
#include <memory>
#include <vector>

#include "frame_format.h"
#include "qp_map.h"
#include "settings.h"

namespace hevc {

// A picture that libx265 has finished. The pointers are valid until the next call.
struct CodedPicture {
    long frame = 0;
    char type = 'P';
    const x265_nal* nals = nullptr;
    std::uint32_t nalCount = 0;
    const x265_picture* recon = nullptr;
};

std::uint64_t bytesOf(const x265_nal* nals, std::uint32_t count);

// libx265's encoder with its rules of life kept.
class Encoder {
public:
    Encoder(const x265_api& api, Param param, const FrameFormat& format);
    ~Encoder();
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;

    // VPS, SPS and PPS (and the options message where the parameters ask for it).
    CodedPicture headers();

    // Hands over a frame, which libx265 copies. True when a picture came out.
    bool encode(const std::vector<std::uint8_t>& frame, const FrameQp& qp, int block, CodedPicture& coded);

    // After the last frame: true until all pictures came out.
    bool flush(CodedPicture& coded);

private:
    bool take(int result, CodedPicture& coded);
    void setOffsets(const FrameQp& qp, int block);
    int codedQp(int qp) const;

    struct PictureDeleter {
        const x265_api* api;
        void operator()(x265_picture* picture) const { api->picture_free(picture); }
    };
    using Picture = std::unique_ptr<x265_picture, PictureDeleter>;

    const x265_api& api_;
    FrameFormat format_;
    Param param_;
    x265_encoder* encoder_ = nullptr;
    Picture in_;
    Picture out_;
    x265_nal* nals_ = nullptr;
    std::uint32_t nalCount_ = 0;
    bool usesOffsets_ = false;
    std::vector<float> offsets_;  // one for each 16x16 block, as libx265 wants them
};

}  // namespace hevc
