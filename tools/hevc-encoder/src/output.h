#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hevc {

// A file, or standard output for "-". Every byte is checked: a full disk or a closed pipe
// becomes Failure(CannotWrite).
class Output {
public:
    explicit Output(const std::string& path);
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    void write(const void* data, std::size_t size);
    void write(std::string_view text) { write(text.data(), text.size()); }

    // Some file systems report a failed write only here.
    void close();

private:
    [[noreturn]] void fail(int error) const;

    std::string path_;
    int descriptor_;
};

}  // namespace hevc
