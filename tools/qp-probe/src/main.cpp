// qp-probe: the luma QP, or the bits, of every block of an HEVC stream (README.md).

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include "slice_parser.h"

namespace {

using namespace probe;

// One QP, "-" without coefficients, "x" with several QPs.
std::string describeBlock(const QpField& field, int x, int y, int units) {
    std::optional<int> only;
    for (int v = y; v < std::min(y + units, field.rows); v++) {
        for (int u = x; u < std::min(x + units, field.columns); u++) {
            const auto index = static_cast<std::size_t>(v) * static_cast<std::size_t>(field.columns) + static_cast<std::size_t>(u);
            if (!field.coded[index]) continue;
            if (only && *only != field.qp[index]) return "x";
            only = field.qp[index];
        }
    }
    return only ? std::to_string(*only) : "-";
}

void print(const QpField& field, int sliceQp, int block) {
    std::string line = std::to_string(sliceQp);
    const int units = block / QpField::unit;
    for (int y = 0; y < field.rows; y += units)
        for (int x = 0; x < field.columns; x += units) line += "," + describeBlock(field, x, y, units);
    std::puts(line.c_str());
}

// All bits of the picture's NAL unit, then those of every block's coding units.
void printBits(const QpField& field, std::size_t unitBytes, int block) {
    std::printf("%zu", 8 * unitBytes);
    const int units = block / QpField::unit;
    for (int y = 0; y < field.rows; y += units) {
        for (int x = 0; x < field.columns; x += units) {
            double bits = 0;
            for (int v = y; v < std::min(y + units, field.rows); v++)
                for (int u = x; u < std::min(x + units, field.columns); u++)
                    bits += field.bits[static_cast<std::size_t>(v) * static_cast<std::size_t>(field.columns) + static_cast<std::size_t>(u)];
            std::printf(",%.2f", bits);
        }
    }
    std::puts("");
}

std::vector<std::uint8_t> readFile(const char* path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw StreamError(std::string("cannot read ") + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

void probeStream(const char* path, int block, bool bits) {
    std::optional<SequenceSet> sps;
    std::optional<PictureSet> pps;
    for (const NalUnit& unit : splitAnnexB(readFile(path))) {
        if (unit.type == 33) {
            sps = readSequenceSet(unit);
        } else if (unit.type == 34) {
            pps = readPictureSet(unit);
        } else if (unit.type < 32) {
            if (!sps || !pps) throw StreamError("a picture comes before its parameter sets");
            const SliceHeader slice = readSliceHeader(unit, *sps, *pps);
            const QpField field = parseSlice(unit, *sps, *pps, slice);
            if (bits)
                printBits(field, unit.payload.size() + 2, block);
            else
                print(field, slice.qp, block);
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    const bool bits = argc == 5 && std::strcmp(argv[4], "--bits") == 0;
    const int block = (argc == 4 || bits) && std::strcmp(argv[2], "--block") == 0 ? std::atoi(argv[3]) : 0;
    if (block != 64 && block != 32 && block != 16 && block != 8) {
        std::fputs("usage: qp-probe FILE.hevc --block 64|32|16|8 [--bits]\n", stderr);
        return 1;
    }
    try {
        probeStream(argv[1], block, bits);
        return 0;
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "qp-probe: %s\n", fault.what());
        return 2;
    }
}
