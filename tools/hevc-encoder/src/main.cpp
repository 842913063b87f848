// hevc-encoder: raw planar frames to an HEVC stream by libx265 (README.md has the contract).

#include <csignal>
#include <cstdio>
#include <exception>
#include <new>

#include "command_line.h"
#include "describe.h"
#include "encode_job.h"
#include "failure.h"
#include "output.h"

namespace {

int report(hevc::ExitCode code, const char* message) {
    std::fprintf(stderr, "hevc-encoder: %s\n", message);
    return static_cast<int>(code);
}

void print(const std::string& text) {
    hevc::Output output("-");
    output.write(text);
    output.close();
}

void run(const hevc::CommandLine& line) {
    switch (line.action) {
        case hevc::Action::ShowHelp: return print(hevc::helpText());
        case hevc::Action::ShowVersion: return print(hevc::describeVersion());
        case hevc::Action::ShowOptions: return print(hevc::describeOptions(line, hevc::layoutOf(line)) + "\n");
        case hevc::Action::Encode: return hevc::encode(line);
    }
}

}  // namespace

int main(int argc, char** argv) {
    // A reader that goes away must end in a message and exit code 4, not in a signal.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        run(hevc::parseCommandLine(argc, argv));
        return static_cast<int>(hevc::ExitCode::Done);
    } catch (const hevc::Failure& failure) {
        return report(failure.code(), failure.what());
    } catch (const std::bad_alloc&) {
        return report(hevc::ExitCode::Internal, "out of memory");
    } catch (const std::exception& fault) {
        return report(hevc::ExitCode::Internal, fault.what());
    }
}
