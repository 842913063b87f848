#include "qp_map.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>

#include "failure.h"
#include "limits.h"
#include "numbers.h"

namespace hevc {
namespace {

constexpr std::string_view magic = "diagcodec-qp-map";
constexpr int largestOffset = 255;

// Splits at commas; an empty text is one empty field, as in any CSV reader.
class Fields {
public:
    explicit Fields(std::string_view text) : rest_(text) {}

    bool next(std::string_view& field) {
        if (done_) return false;
        const auto comma = rest_.find(',');
        field = rest_.substr(0, comma);
        done_ = comma == std::string_view::npos;
        if (!done_) rest_.remove_prefix(comma + 1);
        return true;
    }

private:
    std::string_view rest_;
    bool done_ = false;
};

std::string excerpt(std::string_view text) {
    constexpr std::size_t most = 40;
    std::string shown(text.substr(0, most));
    for (char& c : shown)
        if (static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) > 0x7e) c = '?';
    return "'" + shown + (text.size() > most ? "...'" : "'");
}

}  // namespace

QpMap::QpMap(const std::string& path, const FrameFormat& format) : path_(path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) throw Failure(ExitCode::BadInput, path + ": no such file");
    if (!std::filesystem::is_regular_file(path, error))
        throw Failure(ExitCode::BadInput, path + ": a QP map must be a regular file, because it is read twice");
    file_.open(path, std::ios::binary);
    if (!file_) throw Failure(ExitCode::BadInput, path + ": " + std::strerror(errno));

    readHeader(format);
    const auto start = file_.tellg();
    for (long frame = 0; frame < frames_; frame++) {
        const auto offsets = next().offsets;
        hasOffsets_ |= std::any_of(offsets.begin(), offsets.end(), [](int o) { return o != 0; });
    }
    if (readLine()) fail("expected the end after " + std::to_string(frames_) + " frames, found " + excerpt(line_));
    file_.clear();
    file_.seekg(start);
    lineNumber_ = 1;
}

FrameQp QpMap::next() {
    if (!readLine())
        throw Failure(ExitCode::BadInput, path_ + ": expected " + std::to_string(frames_) +
                                              " frame lines, found " + std::to_string(lineNumber_ - 1));
    return parseFrame();
}

void QpMap::fail(const std::string& message) const {
    throw Failure(ExitCode::BadInput, path_ + ", line " + std::to_string(lineNumber_) + ": " + message);
}

bool QpMap::readLine() {
    line_.clear();
    int c = file_.get();
    if (c == std::char_traits<char>::eof()) return false;
    lineNumber_++;
    for (; c != std::char_traits<char>::eof() && c != '\n'; c = file_.get()) {
        // The limit keeps a file that is no map at all out of memory.
        if (line_.size() >= longestLine_)
            fail("expected at most " + std::to_string(longestLine_) + " characters, found " + excerpt(line_));
        line_.push_back(static_cast<char>(c));
    }
    return true;
}

void QpMap::readHeader(const FrameFormat& format) {
    const std::string form = "'diagcodec-qp-map,1,BLOCK,COLUMNS,ROWS,FRAMES'";
    if (!readLine()) throw Failure(ExitCode::BadInput, path_ + ": expected " + form + ", found an empty file");

    Fields fields(line_);
    std::string_view field;
    std::vector<long> numbers;
    if (!fields.next(field) || field != magic) fail("expected " + form + ", found " + excerpt(line_));
    while (fields.next(field)) {
        const auto number = parseInteger<long>(field);
        if (!number) fail("expected " + form + ", found " + excerpt(line_));
        numbers.push_back(*number);
    }
    if (numbers.size() != 5) fail("expected " + form + ", found " + excerpt(line_));
    if (numbers[0] != 1) fail("expected version 1, found " + std::to_string(numbers[0]));
    if (numbers[1] != 64 && numbers[1] != 32 && numbers[1] != 16)
        fail("expected a block of 64, 32 or 16, found " + std::to_string(numbers[1]));
    block_ = static_cast<int>(numbers[1]);
    columns_ = (format.width + block_ - 1) / block_;
    rows_ = (format.height + block_ - 1) / block_;
    if (numbers[2] != columns_ || numbers[3] != rows_)
        fail("expected " + std::to_string(columns_) + " columns and " + std::to_string(rows_) + " rows for " +
             std::to_string(format.width) + "x" + std::to_string(format.height) + " in blocks of " +
             std::to_string(block_) + ", found " + std::to_string(numbers[2]) + " and " + std::to_string(numbers[3]));
    if (numbers[4] < 1) fail("expected at least 1 frame, found " + std::to_string(numbers[4]));
    frames_ = numbers[4];
    // Each number takes at most five characters: sign, three digits, comma.
    longestLine_ = 5 * (static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_) + 1);
}

FrameQp QpMap::parseFrame() const {
    Fields fields(line_);
    std::string_view field;
    fields.next(field);
    const auto qp = parseInteger<int>(field);
    if (!qp || *qp < minimumQp || *qp > maximumQp)
        fail("expected a frame QP from " + std::to_string(minimumQp) + " to " + std::to_string(maximumQp) +
             ", found " + excerpt(field));

    FrameQp frame{*qp, {}};
    const auto expected = static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_);
    while (fields.next(field)) {
        if (frame.offsets.empty()) frame.offsets.reserve(expected);
        const auto offset = parseInteger<int>(field);
        if (!offset || *offset < -largestOffset || *offset > largestOffset)
            fail("offset " + std::to_string(frame.offsets.size()) + ": expected an integer from " +
                 std::to_string(-largestOffset) + " to " + std::to_string(largestOffset) + ", found " + excerpt(field));
        frame.offsets.push_back(*offset);
    }
    if (!frame.offsets.empty() && frame.offsets.size() != expected)
        fail("expected no offset or " + std::to_string(expected) + " offsets, found " +
             std::to_string(frame.offsets.size()));
    return frame;
}

}  // namespace hevc
