#pragma once

#include <stdexcept>
#include <string>

namespace hevc {

// The exit codes are part of the contract with the caller (README.md).
enum class ExitCode : int {
    Done = 0,
    Usage = 1,
    BadInput = 2,
    DepthMissing = 3,
    CannotWrite = 4,
    Internal = 70,
};

// Ends the program with one line on standard error and this exit code.
class Failure : public std::runtime_error {
public:
    Failure(ExitCode code, const std::string& message) : std::runtime_error(message), code_(code) {}

    ExitCode code() const { return code_; }

private:
    ExitCode code_;
};

}  // namespace hevc
