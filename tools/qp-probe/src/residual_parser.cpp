#include "residual_parser.h"

#include <algorithm>
#include <vector>

namespace probe {
namespace {

struct Position {
    int x = 0;
    int y = 0;
};

// 6.5.3 to 6.5.5
std::vector<Position> scanOrder(int log2Size, int scan) {
    const int size = 1 << log2Size;
    std::vector<Position> order;
    if (scan == 0) {
        for (int diagonal = 0; diagonal < 2 * size - 1; diagonal++)
            for (int y = diagonal; y >= 0; y--)
                if (y < size && diagonal - y < size) order.push_back({diagonal - y, y});
        return order;
    }
    for (int a = 0; a < size; a++)
        for (int b = 0; b < size; b++) order.push_back(scan == 1 ? Position{b, a} : Position{a, b});
    return order;
}

class Residual {
public:
    Residual(ArithmeticDecoder& cabac, const ResidualBlock& block)
        : cabac_(cabac),
          block_(block),
          luma_(block.component == 0),
          subBlocks_(scanOrder(block.log2Size - 2, block.scan)),
          inside_(scanOrder(2, block.scan)),
          coded_(subBlocks_.size(), false) {}

    void skip() {
        if (block_.transformSkipAllowed) cabac_.decide(TransformSkip + (luma_ ? 0 : 1));
        const Position last = lastPosition();
        int sub = static_cast<int>(subBlocks_.size()) - 1;
        while (subBlocks_[at(sub)].x != last.x >> 2 || subBlocks_[at(sub)].y != last.y >> 2) sub--;
        int within = 15;
        while (inside_[at(within)].x != (last.x & 3) || inside_[at(within)].y != (last.y & 3)) within--;
        const int lastSub = sub;
        for (; sub >= 0; sub--) skipSubBlock(sub, sub == lastSub ? within : 16, sub == lastSub);
    }

private:
    static std::size_t at(int index) { return static_cast<std::size_t>(index); }

    int lastPrefix(int context) {
        int offset = 15;
        int shift = block_.log2Size - 2;
        if (luma_) {
            offset = 3 * (block_.log2Size - 2) + ((block_.log2Size - 1) >> 2);
            shift = (block_.log2Size + 1) >> 2;
        }
        const int most = (block_.log2Size << 1) - 1;
        int value = 0;
        while (value < most && cabac_.decide(context + offset + (value >> shift))) value++;
        return value;
    }

    int lastCoordinate(int prefix) {
        if (prefix <= 3) return prefix;
        const int count = (prefix >> 1) - 1;
        return (1 << count) * (2 + (prefix & 1)) + static_cast<int>(cabac_.bypassBits(count));
    }

    Position lastPosition() {
        const int prefixX = lastPrefix(LastX);
        const int prefixY = lastPrefix(LastY);
        Position last;
        last.x = lastCoordinate(prefixX);
        last.y = lastCoordinate(prefixY);
        if (block_.scan == 2) std::swap(last.x, last.y);
        return last;
    }

    bool codedAt(int x, int y) const {
        for (std::size_t i = 0; i < subBlocks_.size(); i++)
            if (subBlocks_[i].x == x && subBlocks_[i].y == y) return coded_[i];
        return false;
    }

    // 9.3.4.2.5
    int significantContext(const Position& sub, const Position& in, int neighbours) const {
        static constexpr int small[16] = {0, 1, 4, 5, 2, 3, 4, 5, 6, 6, 8, 8, 7, 7, 8, 8};
        int context = 0;
        if (block_.log2Size == 2) {
            context = small[4 * in.y + in.x];
        } else if (sub.x + sub.y + in.x + in.y > 0) {
            switch (neighbours) {
                case 0: context = in.x + in.y == 0 ? 2 : in.x + in.y < 3 ? 1 : 0; break;
                case 1: context = in.y == 0 ? 2 : in.y == 1 ? 1 : 0; break;
                case 2: context = in.x == 0 ? 2 : in.x == 1 ? 1 : 0; break;
                default: context = 2;
            }
            if (luma_) {
                if (sub.x + sub.y > 0) context += 3;
                context += block_.log2Size == 3 ? (block_.scan == 0 ? 9 : 15) : 21;
            } else {
                context += block_.log2Size == 3 ? 9 : 12;
            }
        }
        return Significant + context + (luma_ ? 0 : 27);
    }

    void skipSubBlock(int index, int end, bool isLast) {
        const Position sub = subBlocks_[at(index)];
        const int neighbours = (codedAt(sub.x + 1, sub.y) ? 1 : 0) + (codedAt(sub.x, sub.y + 1) ? 2 : 0);
        bool inferDc = false;
        bool coded = true;  // first and last are inferred
        if (!isLast && index > 0) {
            coded = cabac_.decide(SubBlockFlag + std::min(neighbours, 1) + (luma_ ? 0 : 2)) != 0;
            inferDc = true;
        }
        coded_[at(index)] = coded;
        if (!coded) return;

        std::vector<int> found;  // scan positions, highest first
        if (isLast) found.push_back(end);
        for (int n = std::min(end, 16) - 1; n >= 0; n--) {
            bool significant = true;
            if (n > 0 || !inferDc) significant = cabac_.decide(significantContext(sub, inside_[at(n)], neighbours)) != 0;
            if (!significant) continue;
            found.push_back(n);
            if (n > 0) inferDc = false;
        }
        if (!found.empty()) skipLevels(found, index);
    }

    void skipLevels(const std::vector<int>& found, int index) {
        int set = index == 0 || !luma_ ? 0 : 2;
        if (anyLevels_ && greater1_ == 0) set++;
        anyLevels_ = true;
        greater1_ = 1;

        const int count = static_cast<int>(found.size());
        std::vector<int> base(found.size(), 1);
        int firstGreater = -1;
        for (int i = 0; i < std::min(count, 8); i++) {
            if (cabac_.decide(Greater1 + 4 * set + greater1_ + (luma_ ? 0 : 16))) {
                base[at(i)] = 2;
                greater1_ = 0;
                if (firstGreater < 0) firstGreater = i;
            } else if (greater1_ > 0 && greater1_ < 3) {
                greater1_++;
            }
        }
        if (firstGreater >= 0) base[at(firstGreater)] += cabac_.decide(Greater2 + set + (luma_ ? 0 : 4));

        const bool hidden = block_.signHiding && found.front() - found.back() > 3;
        cabac_.bypassBits(count - (hidden ? 1 : 0));

        int rice = 0;
        for (int i = 0; i < count; i++) {
            const int limit = i >= 8 ? 1 : i == firstGreater ? 3 : 2;
            if (base[at(i)] != limit) continue;
            const int level = base[at(i)] + remaining(rice);
            if (level > 3 << rice) rice = std::min(rice + 1, 4);
        }
    }

    // 9.3.3.11
    int remaining(int rice) {
        int prefix = 0;
        while (prefix < 4 && cabac_.bypass()) prefix++;
        if (prefix < 4) return (prefix << rice) + static_cast<int>(cabac_.bypassBits(rice));
        return (4 << rice) + static_cast<int>(cabac_.bypassExpGolomb(rice + 1));
    }

    ArithmeticDecoder& cabac_;
    const ResidualBlock& block_;
    bool luma_;
    std::vector<Position> subBlocks_;
    std::vector<Position> inside_;
    std::vector<bool> coded_;
    bool anyLevels_ = false;
    int greater1_ = 1;  // greater1Ctx of 9.3.4.2.6
};

}  // namespace

void skipResidual(ArithmeticDecoder& cabac, const ResidualBlock& block) { Residual(cabac, block).skip(); }

}  // namespace probe
