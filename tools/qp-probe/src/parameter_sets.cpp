#include "parameter_sets.h"

#include <algorithm>

namespace probe {
namespace {

void refuse(bool present, const char* tool) {
    if (present) throw StreamError(std::string("the stream uses ") + tool + ", which qp-probe does not read");
}

void skipProfileTierLevel(BitReader& bits, int subLayers) {
    bits.skip(88 + 8);
    refuse(subLayers > 0, "temporal sub-layers");
}

void skipHrd(bool present) { refuse(present, "HRD parameters"); }

// Annex E; only its length matters.
void skipUsability(BitReader& bits) {
    if (bits.flag() && bits.bits(8) == 255) bits.skip(32);  // aspect ratio
    if (bits.flag()) bits.skip(1);                          // overscan
    if (bits.flag()) {                                      // video signal type
        bits.skip(4);
        if (bits.flag()) bits.skip(24);
    }
    if (bits.flag()) {  // chroma location
        bits.ue();
        bits.ue();
    }
    bits.skip(3);
    if (bits.flag())  // display window
        for (int i = 0; i < 4; i++) bits.ue();
    if (bits.flag()) {  // timing
        bits.skip(64);
        if (bits.flag()) bits.ue();
        skipHrd(bits.flag());
    }
    if (bits.flag()) {  // bitstream restriction
        bits.skip(3);
        for (int i = 0; i < 5; i++) bits.ue();
    }
}

void skipScalingLists(BitReader& bits) {
    for (int size = 0; size < 4; size++) {
        for (int matrix = 0; matrix < 6; matrix += size == 3 ? 3 : 1) {
            if (!bits.flag()) {
                bits.ue();
                continue;
            }
            if (size > 1) bits.se();
            const int count = std::min(64, 1 << (4 + (size << 1)));
            for (int i = 0; i < count; i++) bits.se();
        }
    }
}

}  // namespace

int ReferencePictureSet::used() const {
    return static_cast<int>(std::count(negativeUsed.begin(), negativeUsed.end(), true) +
                            std::count(positiveUsed.begin(), positiveUsed.end(), true));
}

// 7.3.7 and (7-61), (7-62)
ReferencePictureSet readReferenceSet(BitReader& bits, int index, const std::vector<ReferencePictureSet>& sets) {
    ReferencePictureSet set;
    if (index == 0 || !bits.flag()) {
        const unsigned negatives = bits.ue();
        const unsigned positives = bits.ue();
        if (negatives > 16 || positives > 16) throw StreamError("a reference picture set is too large");
        for (unsigned i = 0, poc = 0; i < negatives; i++) {
            poc += bits.ue() + 1;
            set.negative.push_back(-static_cast<int>(poc));
            set.negativeUsed.push_back(bits.flag());
        }
        for (unsigned i = 0, poc = 0; i < positives; i++) {
            poc += bits.ue() + 1;
            set.positive.push_back(static_cast<int>(poc));
            set.positiveUsed.push_back(bits.flag());
        }
        return set;
    }
    const int back = index == static_cast<int>(sets.size()) ? static_cast<int>(bits.ue()) + 1 : 1;
    if (back > index) throw StreamError("a reference picture set refers to nothing");
    const ReferencePictureSet& from = sets[static_cast<std::size_t>(index - back)];
    const bool negativeShift = bits.flag();
    const int shift = (negativeShift ? -1 : 1) * (static_cast<int>(bits.ue()) + 1);

    std::vector<int> pocs(from.negative);
    pocs.insert(pocs.end(), from.positive.begin(), from.positive.end());
    pocs.push_back(0);
    std::vector<std::pair<int, bool>> kept;
    for (const int poc : pocs) {
        const bool used = bits.flag();
        const bool keep = used || bits.flag();
        if (keep && poc + shift != 0) kept.emplace_back(poc + shift, used);
    }
    std::sort(kept.begin(), kept.end());
    for (auto entry = kept.rbegin(); entry != kept.rend(); ++entry) {
        if (entry->first >= 0) continue;
        set.negative.push_back(entry->first);
        set.negativeUsed.push_back(entry->second);
    }
    for (const auto& [poc, used] : kept) {
        if (poc < 0) continue;
        set.positive.push_back(poc);
        set.positiveUsed.push_back(used);
    }
    return set;
}

SequenceSet readSequenceSet(const NalUnit& unit) {
    BitReader bits(unit.payload);
    SequenceSet sps;
    bits.skip(4);
    const int subLayers = static_cast<int>(bits.bits(3));
    bits.skip(1);
    skipProfileTierLevel(bits, subLayers);
    bits.ue();  // id
    sps.chroma = static_cast<int>(bits.ue());
    refuse(sps.chroma > 1, "4:2:2 or 4:4:4");
    sps.width = static_cast<int>(bits.ue());
    sps.height = static_cast<int>(bits.ue());
    if (bits.flag())  // conformance window
        for (int i = 0; i < 4; i++) bits.ue();
    sps.lumaDepth = static_cast<int>(bits.ue()) + 8;
    bits.ue();
    sps.pocBits = static_cast<int>(bits.ue()) + 4;
    bits.skip(1);
    for (int i = 0; i < 3; i++) bits.ue();  // DPB size, reordering, latency
    sps.minCodingLog2 = static_cast<int>(bits.ue()) + 3;
    sps.codingTreeLog2 = sps.minCodingLog2 + static_cast<int>(bits.ue());
    sps.minTransformLog2 = static_cast<int>(bits.ue()) + 2;
    sps.maxTransformLog2 = sps.minTransformLog2 + static_cast<int>(bits.ue());
    sps.interTransformDepth = static_cast<int>(bits.ue());
    sps.intraTransformDepth = static_cast<int>(bits.ue());
    if (bits.flag() && bits.flag()) skipScalingLists(bits);
    sps.asymmetric = bits.flag();
    sps.sampleAdaptiveOffset = bits.flag();
    refuse(bits.flag(), "PCM blocks");
    const int sets = static_cast<int>(bits.ue());
    if (sets > 64) throw StreamError("too many reference picture sets");
    for (int i = 0; i < sets; i++) {
        // While they are read inside the SPS, no set may name how far back it refers.
        auto known = sps.referenceSets;
        known.resize(static_cast<std::size_t>(sets) + 1);
        sps.referenceSets.push_back(readReferenceSet(bits, i, known));
    }
    refuse(bits.flag(), "long-term references");
    sps.temporalPrediction = bits.flag();
    bits.skip(1);  // strong intra smoothing
    if (bits.flag()) skipUsability(bits);
    if (bits.flag()) {  // extensions
        const unsigned extensions = bits.bits(8);
        if (extensions & 0x80U) refuse(bits.bits(9) != 0, "range extension tools");
        refuse((extensions & 0x7fU) != 0, "SPS extensions");
    }
    return sps;
}

PictureSet readPictureSet(const NalUnit& unit) {
    BitReader bits(unit.payload);
    PictureSet pps;
    bits.ue();
    bits.ue();
    refuse(bits.flag(), "dependent slice segments");
    pps.outputFlag = bits.flag();
    pps.extraHeaderBits = static_cast<int>(bits.bits(3));
    pps.signHiding = bits.flag();
    pps.cabacInitFlag = bits.flag();
    pps.references = static_cast<int>(bits.ue()) + 1;
    bits.ue();
    pps.initialQp = 26 + bits.se();
    bits.skip(1);  // constrained intra prediction
    pps.transformSkip = bits.flag();
    pps.qpDelta = bits.flag();
    if (pps.qpDelta) pps.qpDeltaDepth = static_cast<int>(bits.ue());
    bits.se();
    bits.se();
    pps.sliceChromaOffsets = bits.flag();
    pps.weighted = bits.flag();
    bits.skip(1);
    pps.bypass = bits.flag();
    refuse(bits.flag(), "tiles");
    pps.wavefront = bits.flag();
    pps.loopFilterAcross = bits.flag();
    if (bits.flag()) {  // deblocking control
        pps.deblockingOverride = bits.flag();
        pps.deblockingOff = bits.flag();
        if (!pps.deblockingOff) {
            bits.se();
            bits.se();
        }
    }
    if (bits.flag()) skipScalingLists(bits);
    pps.listModification = bits.flag();
    bits.ue();  // parallel merge level
    pps.headerExtension = bits.flag();
    refuse(bits.flag(), "PPS extensions");
    return pps;
}

}  // namespace probe
