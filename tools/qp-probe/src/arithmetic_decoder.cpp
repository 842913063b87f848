#include "arithmetic_decoder.h"

#include <algorithm>
#include <cmath>

namespace probe {
namespace {

// Table 9-46
constexpr std::uint8_t rangeLps[64][4] = {
    {128, 176, 208, 240}, {128, 167, 197, 227}, {128, 158, 187, 216}, {123, 150, 178, 205},
    {116, 142, 169, 195}, {111, 135, 160, 185}, {105, 128, 152, 175}, {100, 122, 144, 166},
    {95, 116, 137, 158}, {90, 110, 130, 150}, {85, 104, 123, 142}, {81, 99, 117, 135},
    {77, 94, 111, 128}, {73, 89, 105, 122}, {69, 85, 100, 116}, {66, 80, 95, 110},
    {62, 76, 90, 104}, {59, 72, 86, 99}, {56, 69, 81, 94}, {53, 65, 77, 89},
    {51, 62, 73, 85}, {48, 59, 69, 80}, {46, 56, 66, 76}, {43, 53, 63, 72},
    {41, 50, 59, 69}, {39, 48, 56, 65}, {37, 45, 54, 62}, {35, 43, 51, 59},
    {33, 41, 48, 56}, {32, 39, 46, 53}, {30, 37, 43, 50}, {29, 35, 41, 48},
    {27, 33, 39, 45}, {26, 31, 37, 43}, {24, 30, 35, 41}, {23, 28, 33, 39},
    {22, 27, 32, 37}, {21, 26, 30, 35}, {20, 24, 29, 33}, {19, 23, 27, 31},
    {18, 22, 26, 30}, {17, 21, 25, 28}, {16, 20, 23, 27}, {15, 19, 22, 25},
    {14, 18, 21, 24}, {14, 17, 20, 23}, {13, 16, 19, 22}, {12, 15, 18, 21},
    {12, 14, 17, 20}, {11, 14, 16, 19}, {11, 13, 15, 18}, {10, 12, 15, 17},
    {10, 12, 14, 16}, {9, 11, 13, 15}, {9, 11, 12, 14}, {8, 10, 12, 14},
    {8, 9, 11, 13}, {7, 9, 11, 12}, {7, 9, 10, 12}, {7, 8, 10, 11},
    {6, 8, 9, 11}, {6, 7, 9, 10}, {6, 7, 8, 9}, {2, 2, 2, 2},
};

// Table 9-47; after the more probable symbol the state grows by one, up to 62
constexpr std::uint8_t nextLps[64] = {
    0, 0, 1, 2, 2, 4, 4, 5, 6, 7, 8, 9, 9, 11, 11, 12,
    13, 13, 15, 15, 16, 16, 18, 18, 19, 19, 21, 21, 22, 22, 23, 24,
    24, 25, 26, 26, 27, 27, 28, 29, 29, 30, 30, 30, 31, 32, 32, 33,
    33, 33, 34, 34, 35, 35, 35, 36, 36, 36, 37, 37, 37, 38, 38, 63,
};

struct InitialValues {
    int first;
    std::vector<std::uint8_t> intra, predicted, swapped;
};

// Tables 9-5 to 9-37; where an element does not occur in I slices its first column is unused.
const std::vector<InitialValues>& initialValues() {
    static const std::vector<InitialValues> values = {
        {SaoMerge, {153}, {153}, {153}},
        {SaoType, {200}, {185}, {160}},
        {SplitCu, {139, 141, 157}, {107, 139, 126}, {107, 139, 126}},
        {Bypass, {154}, {154}, {154}},
        {SkipFlag, {154, 154, 154}, {197, 185, 201}, {197, 185, 201}},
        {PredMode, {154}, {149}, {134}},
        {PartMode, {184, 154, 154, 154}, {154, 139, 154, 154}, {154, 139, 154, 154}},
        {PrevIntraLuma, {184}, {154}, {183}},
        {IntraChroma, {63}, {152}, {152}},
        {RootCbf, {154}, {79}, {79}},
        {MergeFlag, {154}, {110}, {154}},
        {MergeIndex, {154}, {122}, {137}},
        {MvpFlag, {154}, {168}, {168}},
        {RefIndex, {154, 154}, {153, 153}, {153, 153}},
        {MvdGreater0, {154}, {140}, {169}},
        {MvdGreater1, {154}, {198}, {198}},
        {SplitTransform, {153, 138, 138}, {124, 138, 94}, {224, 167, 122}},
        {CbfLuma, {111, 141}, {153, 111}, {153, 111}},
        {CbfChroma, {94, 138, 182, 154}, {149, 107, 167, 154}, {149, 92, 167, 154}},
        {QpDelta, {154, 154}, {154, 154}, {154, 154}},
        {TransformSkip, {139, 139}, {139, 139}, {139, 139}},
        {LastX,
         {110, 110, 124, 125, 140, 153, 125, 127, 140, 109, 111, 143, 127, 111, 79, 108, 123, 63},
         {125, 110, 94, 110, 95, 79, 125, 111, 110, 78, 110, 111, 111, 95, 94, 108, 123, 108},
         {125, 110, 124, 110, 95, 94, 125, 111, 111, 79, 125, 126, 111, 111, 79, 108, 123, 93}},
        {LastY,
         {110, 110, 124, 125, 140, 153, 125, 127, 140, 109, 111, 143, 127, 111, 79, 108, 123, 63},
         {125, 110, 94, 110, 95, 79, 125, 111, 110, 78, 110, 111, 111, 95, 94, 108, 123, 108},
         {125, 110, 124, 110, 95, 94, 125, 111, 111, 79, 125, 126, 111, 111, 79, 108, 123, 93}},
        {SubBlockFlag, {91, 171, 134, 141}, {121, 140, 61, 154}, {121, 140, 61, 154}},
        {Significant,
         {111, 111, 125, 110, 110, 94, 124, 108, 124, 107, 125, 141, 179, 153, 125, 107, 125, 141, 179, 153, 125,
          107, 125, 141, 179, 153, 125, 140, 139, 182, 182, 152, 136, 152, 136, 153, 136, 139, 111, 136, 139, 111},
         {155, 154, 139, 153, 139, 123, 123, 63, 153, 166, 183, 140, 136, 153, 154, 166, 183, 140, 136, 153, 154,
          166, 183, 140, 136, 153, 154, 170, 153, 123, 123, 107, 121, 107, 121, 167, 151, 183, 140, 151, 183, 140},
         {170, 154, 139, 153, 139, 123, 123, 63, 124, 166, 183, 140, 136, 153, 154, 166, 183, 140, 136, 153, 154,
          166, 183, 140, 136, 153, 154, 170, 153, 138, 138, 122, 121, 122, 121, 167, 151, 183, 140, 151, 183, 140}},
        {Greater1,
         {140, 92, 137, 138, 140, 152, 138, 139, 153, 74, 149, 92, 139, 107, 122, 152, 140, 179, 166, 182, 140, 227,
          122, 197},
         {154, 196, 196, 167, 154, 152, 167, 182, 182, 134, 149, 136, 153, 121, 136, 137, 169, 194, 166, 167, 154,
          167, 137, 182},
         {154, 196, 167, 167, 154, 152, 167, 182, 182, 134, 149, 136, 153, 121, 136, 122, 169, 208, 166, 167, 154,
          152, 167, 182}},
        {Greater2, {138, 153, 136, 167, 152, 152}, {107, 167, 91, 122, 107, 167}, {107, 167, 91, 107, 107, 167}},
    };
    return values;
}

}  // namespace

ContextSet initialContexts(int initType, int qp) {
    ContextSet contexts{};
    const int clipped = std::clamp(qp, 0, 51);
    for (const InitialValues& element : initialValues()) {
        const auto& column = initType == 0 ? element.intra : initType == 1 ? element.predicted : element.swapped;
        for (std::size_t i = 0; i < column.size(); i++) {
            const int slope = (column[i] >> 4) * 5 - 45;
            const int offset = ((column[i] & 15) << 3) - 16;
            const int state = std::clamp(((slope * clipped) >> 4) + offset, 1, 126);
            ContextVariable& variable = contexts[static_cast<std::size_t>(element.first) + i];
            variable.mps = state > 63;
            variable.state = static_cast<std::uint8_t>(state > 63 ? state - 64 : 63 - state);
        }
    }
    return contexts;
}

void ArithmeticDecoder::restart(std::size_t byte) {
    position_ = 8 * byte;
    range_ = 510;
    offset_ = 0;
    for (int i = 0; i < 9; i++) offset_ = offset_ << 1 | bit();
}

unsigned ArithmeticDecoder::bit() {
    const std::size_t byte = position_ / 8;
    // The decoder reads ahead of its last symbol, so a few bits past the end are legal.
    if (byte > bytes_.size() + 4) throw StreamError("slice data ends too early");
    const unsigned value = byte < bytes_.size() ? (bytes_[byte] >> (7 - position_ % 8)) & 1U : 0;
    position_++;
    return value;
}

int ArithmeticDecoder::decide(int context) {
    ContextVariable& variable = contexts[static_cast<std::size_t>(context)];
    const unsigned lps = rangeLps[variable.state][(range_ >> 6) & 3];
    range_ -= lps;
    int value = variable.mps;
    if (offset_ >= range_) {
        value = 1 - value;
        offset_ -= range_;
        range_ = lps;
        if (variable.state == 0) variable.mps = static_cast<std::uint8_t>(1 - variable.mps);
        variable.state = nextLps[variable.state];
    } else if (variable.state < 62) {
        variable.state++;
    }
    while (range_ < 256) {
        range_ <<= 1;
        offset_ = offset_ << 1 | bit();
    }
    return value;
}

int ArithmeticDecoder::bypass() {
    offset_ = offset_ << 1 | bit();
    if (offset_ < range_) return 0;
    offset_ -= range_;
    return 1;
}

int ArithmeticDecoder::terminate() {
    range_ -= 2;
    if (offset_ >= range_) return 1;
    while (range_ < 256) {
        range_ <<= 1;
        offset_ = offset_ << 1 | bit();
    }
    return 0;
}

unsigned ArithmeticDecoder::bypassBits(int count) {
    unsigned value = 0;
    for (int i = 0; i < count; i++) value = value << 1 | static_cast<unsigned>(bypass());
    return value;
}

int ArithmeticDecoder::bypassUnary(int most) {
    int value = 0;
    while (value < most && bypass()) value++;
    return value;
}

unsigned ArithmeticDecoder::bypassExpGolomb(int order) {
    unsigned value = 0;
    while (bypass()) {
        value += 1U << order;
        if (++order > 31) throw StreamError("a coefficient code is too long");
    }
    return value + bypassBits(order);
}

double ArithmeticDecoder::bitsUsed() const { return static_cast<double>(position_) - std::log2(range_); }

std::size_t ArithmeticDecoder::nextByte() const {
    // The flush of the encoder (9.3.5.6) writes exactly the bits that the decoder has read by
    // now, the last of them being the stop bit; zeros fill the byte.
    return (position_ + 7) / 8;
}

}  // namespace probe
