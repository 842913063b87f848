#pragma once

#include <string>
#include <utility>
#include <vector>

#include "failure.h"

namespace hevc {

// A preset of ours: one of libx265's and what is changed in it (docs/presets.md has the
// measurements).
struct Preset {
    const char* name;
    const char* base;
    std::vector<std::pair<std::string, std::string>> options;
};

inline const Preset& presetNamed(const std::string& name) {
    static const std::vector<Preset> presets = {
        {"fast", "medium", {{"rdoq-level", "2"}}},
        // Slices do not move, so long searches and far references find nothing.
        {"balanced",
         "veryslow",
         {{"rd", "3"}, {"ref", "2"}, {"limit-refs", "3"}, {"me", "hex"}, {"merange", "16"}, {"weightp", "0"}}},
        {"best", "veryslow", {}},
    };
    for (const Preset& preset : presets)
        if (name == preset.name) return preset;
    throw Failure(ExitCode::Usage, "unknown preset '" + name + "'");
}

}  // namespace hevc
