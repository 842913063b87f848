#pragma once

#include "command_line.h"

namespace hevc {

// Standard input to stream, reconstruction and statistics.
void encode(const CommandLine& line);

}  // namespace hevc
