#pragma once

#include <fcntl.h>

namespace hevc {

// Lets a whole frame wait in a pipe, so that neither side stands still while the other works.
// What is no pipe, or may not grow, stays as it is.
inline void widenPipe(int descriptor) {
    constexpr int mostWithoutPrivileges = 1 << 20;
    (void)::fcntl(descriptor, F_SETPIPE_SZ, mostWithoutPrivileges);
}

}  // namespace hevc
