#pragma once

#include <string>

#include "command_line.h"
#include "settings.h"

namespace hevc {

// One JSON line: program, libx265, depths, limits.
std::string describeVersion();

// "x265 " and the library's version.
std::string describeEncoder(const x265_api& api);

// libx265's own account of the options in force, less the two entries that name the machine
// (cpuid, numa-pools), which never alter the stream.
std::string describeOptions(const CommandLine& line, const QpLayout& qp);

// A JSON string literal.
std::string jsonString(const std::string& text);

}  // namespace hevc
