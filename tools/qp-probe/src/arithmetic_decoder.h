#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "bit_reader.h"

namespace probe {

// Where the context variables of each syntax element start (9.3.4.2, Table 9-4).
enum Context : int {
    SaoMerge = 0,
    SaoType = SaoMerge + 1,
    SplitCu = SaoType + 1,
    Bypass = SplitCu + 3,
    SkipFlag = Bypass + 1,
    PredMode = SkipFlag + 3,
    PartMode = PredMode + 1,
    PrevIntraLuma = PartMode + 4,
    IntraChroma = PrevIntraLuma + 1,
    RootCbf = IntraChroma + 1,
    MergeFlag = RootCbf + 1,
    MergeIndex = MergeFlag + 1,
    MvpFlag = MergeIndex + 1,
    RefIndex = MvpFlag + 1,
    MvdGreater0 = RefIndex + 2,
    MvdGreater1 = MvdGreater0 + 1,
    SplitTransform = MvdGreater1 + 1,
    CbfLuma = SplitTransform + 3,
    CbfChroma = CbfLuma + 2,
    QpDelta = CbfChroma + 4,
    TransformSkip = QpDelta + 2,
    LastX = TransformSkip + 2,
    LastY = LastX + 18,
    SubBlockFlag = LastY + 18,
    Significant = SubBlockFlag + 4,
    Greater1 = Significant + 42,
    Greater2 = Greater1 + 24,
    ContextCount = Greater2 + 6
};

struct ContextVariable {
    std::uint8_t state = 0;
    std::uint8_t mps = 0;
};

using ContextSet = std::array<ContextVariable, ContextCount>;

ContextSet initialContexts(int initType, int qp);  // 9.3.2.2

// CABAC (9.3.4.3), written for plainness.
class ArithmeticDecoder {
public:
    ArithmeticDecoder(const std::vector<std::uint8_t>& bytes, std::size_t start) : bytes_(bytes) { restart(start); }

    void restart(std::size_t byte);

    int decide(int context);
    int bypass();
    int terminate();

    unsigned bypassBits(int count);
    // Truncated unary: ones up to "most".
    int bypassUnary(int most);
    unsigned bypassExpGolomb(int order);

    // The byte where a new arithmetic codeword starts after a terminating bin of 1.
    std::size_t nextByte() const;

    // Bits used so far, fractions included: what was read, less what the range still holds. Only
    // differences within one codeword mean something.
    double bitsUsed() const;

    ContextSet contexts{};

private:
    unsigned bit();

    const std::vector<std::uint8_t>& bytes_;
    std::size_t position_ = 0;  // in bits
    unsigned range_ = 0;
    unsigned offset_ = 0;
};

}  // namespace probe
