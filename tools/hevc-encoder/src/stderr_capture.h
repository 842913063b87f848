#pragma once

#include <unistd.h>

#include <cstdio>
#include <string>

namespace hevc {

// Collects what a library prints on standard error, as one line.
class StderrCapture {
public:
    StderrCapture() : file_(std::tmpfile()), saved_(::dup(STDERR_FILENO)) {
        std::fflush(stderr);
        if (file_ != nullptr) ::dup2(::fileno(file_), STDERR_FILENO);
    }

    ~StderrCapture() {
        restore();
        if (file_ != nullptr) std::fclose(file_);
    }

    StderrCapture(const StderrCapture&) = delete;
    StderrCapture& operator=(const StderrCapture&) = delete;

    std::string text() {
        restore();
        std::string text;
        if (file_ == nullptr) return text;
        std::rewind(file_);
        for (int c = std::fgetc(file_); c != EOF; c = std::fgetc(file_)) {
            if (c != '\n')
                text.push_back(static_cast<char>(c));
            else if (!text.empty())
                text += "; ";
        }
        while (!text.empty() && (text.back() == ' ' || text.back() == ';')) text.pop_back();
        return text;
    }

private:
    void restore() {
        if (saved_ < 0) return;
        std::fflush(stderr);
        ::dup2(saved_, STDERR_FILENO);
        ::close(saved_);
        saved_ = -1;
    }

    std::FILE* file_;
    int saved_;
};

}  // namespace hevc
