#pragma once

namespace hevc {

// libx265 refuses pictures smaller than its largest coding unit, which is 64 here. Pictures just
// one coding unit wide it codes, but its reconstruction then differs from every decoder's at the
// right edge of P pictures.
constexpr int minimumWidth = 65;
constexpr int minimumHeight = 64;
constexpr int maximumSide = 16384;

// The largest luma picture of H.265 level 6.2 (Table A.8).
constexpr long long maximumPixels = 35'651'584;

// libx265 clips every QP to this range at every bit depth, although H.265 would allow
// -24 at 12 bits.
constexpr int minimumQp = 0;
constexpr int maximumQp = 51;

// What is asked for may be any QP of H.265; what is coded stays within what players decode.
// At 12 bits ffmpeg (5.1 at least) reads QP 50 and 51 as if they were about 70 steps finer and
// shows grey, while libx265 and libde265 agree with each other.
constexpr int largestCodedQp(int depth) { return depth == 12 ? 49 : maximumQp; }

constexpr int maximumThreads = 64;

}  // namespace hevc
