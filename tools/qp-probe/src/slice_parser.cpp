#include "slice_parser.h"

#include <algorithm>
#include <array>

#include "arithmetic_decoder.h"
#include "residual_parser.h"

namespace probe {
namespace {

constexpr int dc = 1;

// One value for each unit of a picture.
template <typename Value>
class Grid {
public:
    Grid(int width, int height, int unitLog2, Value initial)
        : log2_(unitLog2),
          columns_((width + (1 << unitLog2) - 1) >> unitLog2),
          rows_((height + (1 << unitLog2) - 1) >> unitLog2),
          values_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), initial) {}

    Value at(int x, int y) const { return values_[index(x >> log2_, y >> log2_)]; }

    void fill(int x, int y, int size, Value value) {
        for (int v = y >> log2_; v < std::min(rows_, (y + size) >> log2_); v++)
            for (int u = x >> log2_; u < std::min(columns_, (x + size) >> log2_); u++) values_[index(u, v)] = value;
    }

    void spread(int x, int y, int size, Value total) {
        const int right = std::min(columns_, (x + size) >> log2_);
        const int bottom = std::min(rows_, (y + size) >> log2_);
        const Value each = total / static_cast<Value>((right - (x >> log2_)) * (bottom - (y >> log2_)));
        for (int v = y >> log2_; v < bottom; v++)
            for (int u = x >> log2_; u < right; u++) values_[index(u, v)] += each;
    }

    int columns() const { return columns_; }
    int rows() const { return rows_; }

private:
    std::size_t index(int u, int v) const {
        return static_cast<std::size_t>(v) * static_cast<std::size_t>(columns_) + static_cast<std::size_t>(u);
    }

    int log2_;
    int columns_;
    int rows_;
    std::vector<Value> values_;
};

struct CodingUnit {
    int x = 0;
    int y = 0;
    int log2Size = 3;
    bool intra = false;
    bool split = false;       // intra NxN
    bool partitioned = false;  // inter, not 2Nx2N
    bool bypass = false;
    bool coded = false;
    int transformDepth = 0;
    int chromaMode = dc;
};

// Reads slice data (7.3.8) for the QPs; nothing is reconstructed. There is one slice in a
// picture, so whatever precedes in decoding order is available.
class SliceParser {
public:
    SliceParser(const NalUnit& unit, const SequenceSet& sps, const PictureSet& pps, const SliceHeader& slice)
        : sps_(sps),
          pps_(pps),
          slice_(slice),
          cabac_(unit.payload, slice.dataByte),
          depth_(sps.width, sps.height, 3, 0),
          skipped_(sps.width, sps.height, 3, false),
          mode_(sps.width, sps.height, 2, dc),
          qp_(sps.width, sps.height, 3, slice.qp),
          coded_(sps.width, sps.height, 3, false),
          bits_(sps.width, sps.height, 3, 0.0) {}

    QpField parse() {
        cabac_.contexts = initialContexts(slice_.initType, slice_.qp);
        ContextSet above = cabac_.contexts;
        const int across = sps_.treesAcross();
        const int trees = across * sps_.treesDown();
        previousQp_ = slice_.qp;
        for (int tree = 0; tree < trees; tree++) {
            const int column = tree % across;
            const int row = tree / across;
            if (pps_.wavefront && column == 0 && row > 0) {
                cabac_.restart(cabac_.nextByte());
                cabac_.contexts = across > 1 ? above : initialContexts(slice_.initType, slice_.qp);
                previousQp_ = slice_.qp;
            }
            mark_ = cabac_.bitsUsed();
            parseTree(column, row);
            if (pps_.wavefront && column == std::min(1, across - 1)) above = cabac_.contexts;
            const bool end = cabac_.terminate() != 0;
            if (end != (tree == trees - 1)) throw StreamError("slice data and picture end at different places");
            if (!end && pps_.wavefront && column == across - 1 && !cabac_.terminate())
                throw StreamError("expected the end of a wavefront's row");
        }
        QpField field;
        field.columns = qp_.columns();
        field.rows = qp_.rows();
        for (int y = 0; y < field.rows; y++) {
            for (int x = 0; x < field.columns; x++) {
                field.qp.push_back(qp_.at(8 * x, 8 * y));
                field.coded.push_back(coded_.at(8 * x, 8 * y));
                field.bits.push_back(bits_.at(8 * x, 8 * y));
            }
        }
        return field;
    }

private:
    void parseTree(int column, int row) {
        const int x = column << sps_.codingTreeLog2;
        const int y = row << sps_.codingTreeLog2;
        if (slice_.saoLuma || slice_.saoChroma) parseSao(column, row);
        spend(x, y, sps_.codingTreeLog2);
        parseQuadtree(x, y, sps_.codingTreeLog2, 0);
    }

    void spend(int x, int y, int log2Size) {
        const double now = cabac_.bitsUsed();
        bits_.spread(x, y, 1 << log2Size, now - mark_);
        mark_ = now;
    }

    void parseSao(int column, int row) {
        if (column > 0 && cabac_.decide(SaoMerge)) return;
        if (row > 0 && cabac_.decide(SaoMerge)) return;
        int type = 0;
        for (int component = 0; component < (sps_.chroma != 0 ? 3 : 1); component++) {
            if (component == 0 ? !slice_.saoLuma : !slice_.saoChroma) continue;
            if (component < 2) type = cabac_.decide(SaoType) ? 1 + cabac_.bypass() : 0;
            if (type == 0) continue;
            int nonzero = 0;
            for (int i = 0; i < 4; i++)
                nonzero += cabac_.bypassUnary((1 << (std::min(sps_.lumaDepth, 10) - 5)) - 1) != 0;
            if (type == 1)
                cabac_.bypassBits(nonzero + 5);
            else if (component < 2)
                cabac_.bypassBits(2);
        }
    }

    void parseQuadtree(int x, int y, int log2Size, int depth) {
        const int size = 1 << log2Size;
        bool split = log2Size > sps_.minCodingLog2;
        if (split && x + size <= sps_.width && y + size <= sps_.height) {
            int context = 0;
            if (x > 0) context += depth_.at(x - 1, y) > depth;
            if (y > 0) context += depth_.at(x, y - 1) > depth;
            split = cabac_.decide(SplitCu + context) != 0;
        }
        if (pps_.qpDelta && log2Size >= sps_.codingTreeLog2 - pps_.qpDeltaDepth) startGroup(x, y);
        if (!split) {
            parseCodingUnit(x, y, log2Size, depth);
            return spend(x, y, log2Size);
        }
        const int half = size / 2;
        for (int part = 0; part < 4; part++) {
            const int px = x + (part & 1) * half;
            const int py = y + (part >> 1) * half;
            if (px < sps_.width && py < sps_.height) parseQuadtree(px, py, log2Size - 1, depth + 1);
        }
    }

    // 8.6.1: the prediction of a quantisation group's QP.
    void startGroup(int x, int y) {
        deltaRead_ = false;
        const auto inTree = [this](int a, int b) { return a >> sps_.codingTreeLog2 == b >> sps_.codingTreeLog2; };
        // Left and above inside the same coding tree precede in decoding order.
        const int left = x > 0 && inTree(x - 1, x) ? qp_.at(x - 1, y) : previousQp_;
        const int up = y > 0 && inTree(y - 1, y) ? qp_.at(x, y - 1) : previousQp_;
        groupQp_ = predictedQp_ = (left + up + 1) >> 1;
    }

    void readDelta() {
        int magnitude = 0;
        while (magnitude < 5 && cabac_.decide(QpDelta + std::min(magnitude, 1))) magnitude++;
        if (magnitude == 5) magnitude += static_cast<int>(cabac_.bypassExpGolomb(0));
        const int delta = magnitude > 0 && cabac_.bypass() ? -magnitude : magnitude;
        const int offset = sps_.qpOffset();
        groupQp_ = (predictedQp_ + delta + 52 + 2 * offset) % (52 + offset) - offset;
        deltaRead_ = true;
    }

    void parseCodingUnit(int x, int y, int log2Size, int depth) {
        CodingUnit cu;
        cu.x = x;
        cu.y = y;
        cu.log2Size = log2Size;
        const int size = 1 << log2Size;
        if (pps_.bypass) cu.bypass = cabac_.decide(Bypass) != 0;

        bool skip = false;
        if (!slice_.intra) {
            int context = 0;
            if (x > 0) context += skipped_.at(x - 1, y);
            if (y > 0) context += skipped_.at(x, y - 1);
            skip = cabac_.decide(SkipFlag + context) != 0;
        }
        skipped_.fill(x, y, size, skip);
        depth_.fill(x, y, size, depth);
        mode_.fill(x, y, size, dc);

        if (skip) {
            parseMergeIndex();
        } else {
            cu.intra = slice_.intra || cabac_.decide(PredMode) != 0;
            bool hasResidual = true;
            if (cu.intra) {
                if (log2Size == sps_.minCodingLog2) cu.split = cabac_.decide(PartMode) == 0;
                parseIntraModes(cu);
            } else {
                const bool merged = parseInterUnits(cu);
                if (!merged || cu.partitioned) hasResidual = cabac_.decide(RootCbf) != 0;
            }
            cu.transformDepth = cu.intra ? sps_.intraTransformDepth + (cu.split ? 1 : 0) : sps_.interTransformDepth;
            if (hasResidual) parseTransformTree(cu, x, y, log2Size, 0, 0, {true, true});
        }
        // A coding unit has one QP, that of its group once the delta was read.
        qp_.fill(x, y, size, pps_.qpDelta ? groupQp_ : slice_.qp);
        coded_.fill(x, y, size, cu.coded);
        previousQp_ = qp_.at(x, y);
    }

    void parseMergeIndex() {
        if (slice_.mergeCandidates > 1 && cabac_.decide(MergeIndex)) cabac_.bypassUnary(slice_.mergeCandidates - 2);
    }

    // Table 9-43 (part_mode); returns whether the unit is a merged 2Nx2N.
    bool parseInterUnits(CodingUnit& cu) {
        int parts = 1;
        if (!cabac_.decide(PartMode)) {
            parts = 2;
            const bool smallest = cu.log2Size == sps_.minCodingLog2;
            const bool horizontal = cabac_.decide(PartMode + 1) != 0;
            if (smallest) {
                if (!horizontal && cu.log2Size > 3 && !cabac_.decide(PartMode + 2)) parts = 4;
            } else if (sps_.asymmetric && !cabac_.decide(PartMode + 3)) {
                cabac_.bypass();
            }
        }
        cu.partitioned = parts > 1;
        bool merged = false;
        for (int part = 0; part < parts; part++) {
            merged = cabac_.decide(MergeFlag) != 0;
            if (merged)
                parseMergeIndex();
            else
                parseMotion();
        }
        return merged;
    }

    void parseMotion() {
        const int most = slice_.references - 1;
        for (int i = 0; i < most; i++)
            if (!(i < 2 ? cabac_.decide(RefIndex + i) : cabac_.bypass())) break;
        const bool x0 = cabac_.decide(MvdGreater0) != 0;
        const bool y0 = cabac_.decide(MvdGreater0) != 0;
        const bool x1 = x0 && cabac_.decide(MvdGreater1) != 0;
        const bool y1 = y0 && cabac_.decide(MvdGreater1) != 0;
        if (x1) cabac_.bypassExpGolomb(1);
        if (x0) cabac_.bypass();
        if (y1) cabac_.bypassExpGolomb(1);
        if (y0) cabac_.bypass();
        cabac_.decide(MvpFlag);
    }

    void parseIntraModes(CodingUnit& cu) {
        const int parts = cu.split ? 4 : 1;
        const int size = (1 << cu.log2Size) >> (cu.split ? 1 : 0);
        std::array<bool, 4> probable{};
        for (int part = 0; part < parts; part++) probable[static_cast<std::size_t>(part)] = cabac_.decide(PrevIntraLuma) != 0;
        for (int part = 0; part < parts; part++) {
            const int x = cu.x + (part & 1) * size;
            const int y = cu.y + (part >> 1) * size;
            auto candidates = probableModes(x, y);
            int mode = 0;
            if (probable[static_cast<std::size_t>(part)]) {
                mode = candidates[static_cast<std::size_t>(cabac_.bypassUnary(2))];
            } else {
                mode = static_cast<int>(cabac_.bypassBits(5));
                std::sort(candidates.begin(), candidates.end());
                for (const int candidate : candidates) mode += mode >= candidate;
            }
            mode_.fill(x, y, size, mode);
        }
        if (sps_.chroma == 0) return;
        const int luma = mode_.at(cu.x, cu.y);
        cu.chromaMode = luma;  // mode 4 of 8.4.3
        if (cabac_.decide(IntraChroma)) {
            static constexpr int modes[4] = {0, 26, 10, 1};
            const int mode = modes[cabac_.bypassBits(2)];
            cu.chromaMode = mode == luma ? 34 : mode;
        }
    }

    // 8.4.2
    std::array<int, 3> probableModes(int x, int y) const {
        const int a = x > 0 ? mode_.at(x - 1, y) : dc;
        const bool sameTree = y > 0 && (y - 1) >> sps_.codingTreeLog2 == y >> sps_.codingTreeLog2;
        const int b = sameTree ? mode_.at(x, y - 1) : dc;
        if (a == b) {
            if (a < 2) return {0, dc, 26};
            return {a, 2 + (a + 29) % 32, 2 + (a - 2 + 1) % 32};
        }
        const int third = a != 0 && b != 0 ? 0 : a != dc && b != dc ? dc : 26;
        return {a, b, third};
    }

    void parseTransformTree(CodingUnit& cu, int x, int y, int log2Size, int depth, int part,
                            const std::array<bool, 2>& parent) {
        const bool interSplit = sps_.interTransformDepth == 0 && !cu.intra && cu.partitioned && depth == 0;
        bool split = log2Size > sps_.maxTransformLog2 || (cu.split && depth == 0) || interSplit;
        if (log2Size <= sps_.maxTransformLog2 && log2Size > sps_.minTransformLog2 && depth < cu.transformDepth &&
            !(cu.split && depth == 0) && !interSplit)
            split = cabac_.decide(SplitTransform + 5 - log2Size) != 0;
        std::array<bool, 2> chroma = {false, false};
        if (sps_.chroma != 0) {
            if (log2Size > 2) {
                for (std::size_t c = 0; c < 2; c++)
                    chroma[c] = parent[c] && cabac_.decide(CbfChroma + depth) != 0;
            } else {
                chroma = parent;
            }
        }
        if (split) {
            const int half = 1 << (log2Size - 1);
            for (int i = 0; i < 4; i++)
                parseTransformTree(cu, x + (i & 1) * half, y + (i >> 1) * half, log2Size - 1, depth + 1, i, chroma);
            return;
        }
        bool luma = true;
        if (cu.intra || depth != 0 || chroma[0] || chroma[1])
            luma = cabac_.decide(CbfLuma + (depth == 0 ? 1 : 0)) != 0;
        parseTransformUnit(cu, x, y, log2Size, part, luma, chroma);
    }

    // 4x4 luma blocks share the chroma of their parent, which follows the last of the four.
    void parseTransformUnit(CodingUnit& cu, int x, int y, int log2Size, int part, bool luma,
                            const std::array<bool, 2>& chroma) {
        if (!luma && !chroma[0] && !chroma[1]) return;
        cu.coded = true;
        if (pps_.qpDelta && !deltaRead_) readDelta();
        ResidualBlock block;
        block.signHiding = pps_.signHiding && !cu.bypass;
        block.log2Size = log2Size;
        if (luma) {
            block.transformSkipAllowed = pps_.transformSkip && !cu.bypass && log2Size == 2;
            block.scan = cu.intra && log2Size <= 3 ? scanOf(mode_.at(x, y)) : 0;
            skipResidual(cabac_, block);
        }
        if (log2Size == 2 && part != 3) return;
        block.log2Size = std::max(log2Size - 1, 2);
        block.transformSkipAllowed = pps_.transformSkip && !cu.bypass && block.log2Size == 2;
        block.scan = cu.intra && block.log2Size == 2 ? scanOf(cu.chromaMode) : 0;
        for (int component = 1; component <= 2; component++) {
            if (!chroma[static_cast<std::size_t>(component - 1)]) continue;
            block.component = component;
            skipResidual(cabac_, block);
        }
    }

    // 7.4.9.11
    static int scanOf(int mode) { return mode >= 6 && mode <= 14 ? 2 : mode >= 22 && mode <= 30 ? 1 : 0; }

    const SequenceSet& sps_;
    const PictureSet& pps_;
    const SliceHeader& slice_;
    ArithmeticDecoder cabac_;
    Grid<int> depth_;
    Grid<bool> skipped_;
    Grid<int> mode_;
    Grid<int> qp_;
    Grid<bool> coded_;
    Grid<double> bits_;
    double mark_ = 0;  // where the bits begin that no block has taken yet
    bool deltaRead_ = false;
    int predictedQp_ = 0;
    int groupQp_ = 0;
    int previousQp_ = 0;
};

}  // namespace

QpField parseSlice(const NalUnit& unit, const SequenceSet& sps, const PictureSet& pps, const SliceHeader& slice) {
    return SliceParser(unit, sps, pps, slice).parse();
}

}  // namespace probe
