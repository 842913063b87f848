#include "slice_header.h"

namespace probe {
namespace {

bool isIrap(int type) { return type >= 16 && type <= 23; }
bool isIdr(int type) { return type == 19 || type == 20; }

int bitsFor(int count) {
    int bits = 0;
    while ((1 << bits) < count) bits++;
    return bits;
}

void skipWeights(BitReader& bits, int chroma, int references) {
    bits.ue();
    if (chroma != 0) bits.se();
    std::vector<bool> luma, colour(static_cast<std::size_t>(references), false);
    for (int i = 0; i < references; i++) luma.push_back(bits.flag());
    if (chroma != 0)
        for (int i = 0; i < references; i++) colour[static_cast<std::size_t>(i)] = bits.flag();
    for (std::size_t i = 0; i < luma.size(); i++) {
        for (int n = 0; n < (luma[i] ? 2 : 0); n++) bits.se();
        for (int n = 0; n < (colour[i] ? 4 : 0); n++) bits.se();
    }
}

}  // namespace

SliceHeader readSliceHeader(const NalUnit& unit, const SequenceSet& sps, const PictureSet& pps) {
    BitReader bits(unit.payload);
    SliceHeader slice;
    if (!bits.flag()) throw StreamError("a picture has several slices, which qp-probe does not read");
    if (isIrap(unit.type)) bits.skip(1);
    bits.ue();  // PPS id
    bits.skip(pps.extraHeaderBits);
    const unsigned type = bits.ue();
    if (type == 0) throw StreamError("the stream has B slices, which qp-probe does not read");
    slice.intra = type == 2;
    if (pps.outputFlag) bits.skip(1);

    int usable = 0;
    bool temporal = false;
    if (!isIdr(unit.type)) {
        bits.skip(sps.pocBits);
        const int sets = static_cast<int>(sps.referenceSets.size());
        if (!bits.flag())
            usable = readReferenceSet(bits, sets, sps.referenceSets).used();
        else
            usable = sps.referenceSets.at(sets > 1 ? bits.bits(bitsFor(sets)) : 0).used();
        if (sps.temporalPrediction) temporal = bits.flag();
    }
    if (sps.sampleAdaptiveOffset) {
        slice.saoLuma = bits.flag();
        if (sps.chroma != 0) slice.saoChroma = bits.flag();
    }
    if (!slice.intra) {
        slice.references = bits.flag() ? static_cast<int>(bits.ue()) + 1 : pps.references;
        if (pps.listModification && usable > 1 && bits.flag())
            for (int i = 0; i < slice.references; i++) bits.skip(bitsFor(usable));
        const bool swapTables = pps.cabacInitFlag && bits.flag();
        slice.initType = swapTables ? 2 : 1;
        if (temporal && slice.references > 1) bits.ue();
        if (pps.weighted) skipWeights(bits, sps.chroma, slice.references);
        slice.mergeCandidates = 5 - static_cast<int>(bits.ue());
    }
    slice.qp = pps.initialQp + bits.se();
    if (pps.sliceChromaOffsets) {
        bits.se();
        bits.se();
    }
    bool deblockingOff = pps.deblockingOff;
    if (pps.deblockingOverride && bits.flag()) {
        deblockingOff = bits.flag();
        if (!deblockingOff) {
            bits.se();
            bits.se();
        }
    }
    if (pps.loopFilterAcross && (slice.saoLuma || slice.saoChroma || !deblockingOff)) bits.skip(1);
    if (pps.wavefront) {
        const unsigned entries = bits.ue();
        if (entries > 0) {
            const int width = static_cast<int>(bits.ue()) + 1;
            for (unsigned i = 0; i < entries; i++) bits.skip(width);
        }
    }
    if (pps.headerExtension) bits.skip(8 * static_cast<int>(bits.ue()));
    bits.alignAfterStopBit();
    slice.dataByte = bits.bytePosition();
    return slice;
}

}  // namespace probe
