#pragma once

namespace hevc {

// libx265 refuses pictures smaller than its largest coding unit, which is 64 here.
constexpr int minimumSide = 64;
constexpr int maximumSide = 16384;

// The largest luma picture of H.265 level 6.2 (Table A.8).
constexpr long long maximumPixels = 35'651'584;

// libx265 clips every QP to this range at every bit depth, although H.265 would allow
// -24 at 12 bits.
constexpr int minimumQp = 0;
constexpr int maximumQp = 51;

constexpr int maximumThreads = 64;

}  // namespace hevc
