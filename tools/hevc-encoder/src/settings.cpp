#include "settings.h"

#include <algorithm>
#include <string>
#include <thread>

#include "failure.h"
#include "limits.h"
#include "presets.h"
#include "qp_map.h"

namespace hevc {
namespace {

void set(const x265_api& api, x265_param* param, const std::string& name, const std::string& value,
         ExitCode blame) {
    const int result = api.param_parse(param, name.c_str(), value.c_str());
    if (result == X265_PARAM_BAD_NAME) throw Failure(blame, "libx265 has no option '" + name + "'");
    if (result != 0) throw Failure(blame, "libx265 refuses '" + value + "' for option '" + name + "'");
}

// One intra picture, then P pictures in display order, each with the last pictures as references.
void setStructure(x265_param* param) {
    param->bframes = 0;
    param->keyframeMax = -1;
    param->keyframeMin = 1;
    param->scenecutThreshold = 0;
    param->bHistBasedSceneCut = 0;
    param->bOpenGOP = 0;
    param->lookaheadDepth = 0;
    param->lookaheadSlices = 0;
    param->maxNumReferences = 4;
    param->maxCUSize = 64;
}

// The rate control's own ideas must all be off, so that what is forced is what is coded.
void setExactQp(x265_param* param, const QpLayout& qp, int depth) {
    param->rc.rateControlMode = X265_RC_CRF;
    param->rc.cuTree = 0;
    param->rc.qCompress = 1.0;
    param->rc.ipFactor = 1.0;
    param->rc.qpMin = minimumQp;
    // Without this libx265 quantises with at most 51 but decides with the lambda of up to 69.
    param->rc.qpMax = largestCodedQp(depth);
    if (!qp.blockOffsets) {
        // No cu_qp_delta syntax at all.
        param->rc.aqMode = X265_AQ_NONE;
        param->rc.aqStrength = 0.0;
        return;
    }
    param->rc.aqMode = X265_AQ_VARIANCE;
    // 0 would switch the offsets off with the AQ. This small, the AQ's own share is below
    // 0.003 of a QP step and is lost in rounding.
    param->rc.aqStrength = 0.0001;
    // A coding unit has one QP. If it could be larger than a block, libx265 would give it the
    // mean of its blocks; so a finer map costs larger coding units.
    param->rc.qgSize = static_cast<std::uint32_t>(qp.block);
    param->maxCUSize = static_cast<std::uint32_t>(qp.block);
}

void setHeaders(x265_param* param, const CommandLine& line) {
    param->bRepeatHeaders = 0;
    param->bEmitInfoSEI = 0;
    param->bEmitHRDSEI = 0;
    param->bEmitVUITimingInfo = 0;
    param->bEmitVUIHRDInfo = 0;
    param->bEnableAccessUnitDelimiters = 0;
    param->decodedPictureHashSEI = line.pictureHash ? 1 : 0;
    if (line.format.chroma == Chroma::Monochrome) {
        // Code values of medical images use the whole range; a player must not stretch them.
        param->vui.bEnableVideoSignalTypePresentFlag = 1;
        param->vui.bEnableVideoFullRangeFlag = 1;
    }
}

// One thread does all the work of an encode. Wavefronts would keep more cores busy but cost
// 2 to 8 % of the bits at the few kilobits that a slice takes, and frame threads gain next to
// nothing without them (docs/presets.md); several encodes side by side use the cores for free.
// Being fixed, this also makes the stream independent of the machine. The pool serves only
// whoever overrides "wpp"; it must not be empty then, or libx265 drops the wavefronts again.
void setThreads(const x265_api& api, x265_param* param, int threads) {
    param->bEnableWavefront = 0;
    param->frameNumThreads = 1;
    if (threads == 0) threads = static_cast<int>(std::thread::hardware_concurrency());
    threads = std::clamp(threads, 1, maximumThreads);
    set(api, param, "pools", std::to_string(threads), ExitCode::Internal);
}

}  // namespace

QpLayout layoutOf(const CommandLine& line) {
    if (line.qpMap.empty()) return QpLayout{};
    const QpMap map(line.qpMap, line.format);
    return QpLayout{map.hasOffsets(), map.block()};
}

const x265_api& apiFor(int depth) {
    const x265_api* api = x265_api_get(depth);
    if (api == nullptr || api->bit_depth != depth)
        throw Failure(ExitCode::DepthMissing,
                      "this libx265 was built without " + std::to_string(depth) + " bits a sample");
    return *api;
}

Param makeParam(const x265_api& api, const CommandLine& line, const QpLayout& qp) {
    Param param(api.param_alloc(), ParamDeleter{&api});
    if (!param) throw Failure(ExitCode::Internal, "out of memory");
    const Preset& preset = presetNamed(line.preset);
    if (api.param_default_preset(param.get(), preset.base, "psnr") != 0)
        throw Failure(ExitCode::Internal, std::string("libx265 has no preset ") + preset.base);
    param->logLevel = X265_LOG_NONE;

    param->sourceWidth = line.format.width;
    param->sourceHeight = line.format.height;
    param->sourceBitDepth = line.format.depth;
    param->internalBitDepth = line.format.depth;
    param->internalCsp = line.format.chroma == Chroma::Monochrome ? X265_CSP_I400 : X265_CSP_I420;
    param->fpsNum = 25;  // Means nothing for slices, but libx265 wants one.
    param->fpsDenom = 1;

    setStructure(param.get());
    setExactQp(param.get(), qp, line.format.depth);
    setHeaders(param.get(), line);
    setThreads(api, param.get(), line.threads);
    for (const auto& [name, value] : preset.options) set(api, param.get(), name, value, ExitCode::Internal);
    for (const auto& [name, value] : line.overrides) set(api, param.get(), name, value, ExitCode::Usage);
    return param;
}

}  // namespace hevc
