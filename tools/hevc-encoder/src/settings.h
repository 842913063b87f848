#pragma once

#include <x265.h>

#include <memory>

#include "command_line.h"

namespace hevc {

struct ParamDeleter {
    const x265_api* api = nullptr;
    void operator()(x265_param* param) const { api->param_free(param); }
};
using Param = std::unique_ptr<x265_param, ParamDeleter>;

// What the stream's structure needs to know of the QP map.
struct QpLayout {
    bool blockOffsets = false;
    int block = 64;
};

// Of the line's QP map; no block offsets when it has none.
QpLayout layoutOf(const CommandLine& line);

// Throws Failure(DepthMissing) when libx265 was built without this depth.
const x265_api& apiFor(int depth);

// The preset, the fixed settings that make a stream reproducible and block QPs exact, and
// the overrides, in this order.
Param makeParam(const x265_api& api, const CommandLine& line, const QpLayout& qp);

}  // namespace hevc
