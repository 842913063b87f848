#pragma once

#include <charconv>
#include <optional>
#include <string_view>

namespace hevc {

// The whole text must be one decimal integer; no blanks, no plus sign, no locale.
template <typename Integer>
std::optional<Integer> parseInteger(std::string_view text) {
    Integer value{};
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (text.empty() || error != std::errc{} || stop != end) return std::nullopt;
    return value;
}

}  // namespace hevc
