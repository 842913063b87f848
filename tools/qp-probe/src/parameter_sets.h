#pragma once

#include <vector>

#include "bit_reader.h"

namespace probe {

struct ReferencePictureSet {
    std::vector<int> negative;  // POC differences
    std::vector<int> positive;
    std::vector<bool> negativeUsed;
    std::vector<bool> positiveUsed;

    int used() const;
};

// 7.3.2.2, what parsing a slice needs.
struct SequenceSet {
    int chroma = 1;
    int width = 0;
    int height = 0;
    int lumaDepth = 8;
    int pocBits = 4;
    int minCodingLog2 = 3;
    int codingTreeLog2 = 6;
    int minTransformLog2 = 2;
    int maxTransformLog2 = 5;
    int interTransformDepth = 0;
    int intraTransformDepth = 0;
    bool asymmetric = false;
    bool sampleAdaptiveOffset = false;
    bool temporalPrediction = false;
    std::vector<ReferencePictureSet> referenceSets;

    int qpOffset() const { return 6 * (lumaDepth - 8); }
    int treesAcross() const { return (width + (1 << codingTreeLog2) - 1) >> codingTreeLog2; }
    int treesDown() const { return (height + (1 << codingTreeLog2) - 1) >> codingTreeLog2; }
};

// 7.3.2.3
struct PictureSet {
    bool outputFlag = false;
    int extraHeaderBits = 0;
    bool signHiding = false;
    bool cabacInitFlag = false;
    int references = 1;
    int initialQp = 26;
    bool transformSkip = false;
    bool qpDelta = false;
    int qpDeltaDepth = 0;
    bool sliceChromaOffsets = false;
    bool weighted = false;
    bool bypass = false;
    bool wavefront = false;
    bool loopFilterAcross = false;
    bool deblockingOverride = false;
    bool deblockingOff = false;
    bool listModification = false;
    bool headerExtension = false;
};

SequenceSet readSequenceSet(const NalUnit& unit);
PictureSet readPictureSet(const NalUnit& unit);
ReferencePictureSet readReferenceSet(BitReader& bits, int index, const std::vector<ReferencePictureSet>& sets);

}  // namespace probe
