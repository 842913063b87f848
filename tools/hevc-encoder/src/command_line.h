#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "frame_format.h"

namespace hevc {

enum class Action { Encode, ShowHelp, ShowVersion, ShowOptions };

struct CommandLine {
    Action action = Action::Encode;
    FrameFormat format;
    std::string preset;
    std::optional<int> qp;
    std::string qpMap;
    std::string output;
    std::string recon;
    std::string stats;
    std::optional<long> frames;
    int threads = 0;  // 0: one for each core
    bool pictureHash = false;
    std::vector<std::pair<std::string, std::string>> overrides;
};

// Throws Failure(Usage) naming the option, what was expected and what came.
CommandLine parseCommandLine(int argc, char** argv);

const char* helpText();

}  // namespace hevc
