#include "output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "failure.h"
#include "pipe.h"

namespace hevc {

Output::Output(const std::string& path)
    : path_(path == "-" ? "standard output" : path),
      descriptor_(path == "-" ? STDOUT_FILENO
                              : ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
    if (descriptor_ < 0) fail(errno);
    widenPipe(descriptor_);
}

Output::~Output() {
    if (descriptor_ >= 0 && descriptor_ != STDOUT_FILENO) ::close(descriptor_);
}

void Output::write(const void* data, std::size_t size) {
    auto bytes = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t written = ::write(descriptor_, bytes, size);
        if (written < 0) {
            if (errno == EINTR) continue;
            fail(errno);
        }
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
}

void Output::close() {
    const int descriptor = descriptor_;
    descriptor_ = -1;
    if (descriptor >= 0 && ::close(descriptor) != 0) fail(errno);
}

void Output::fail(int error) const {
    throw Failure(ExitCode::CannotWrite, "cannot write " + path_ + ": " + std::strerror(error));
}

}  // namespace hevc
