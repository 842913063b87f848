#include "describe.h"

#include <cstdio>
#include <sstream>

#include "encoder.h"
#include "failure.h"
#include "limits.h"

namespace hevc {

std::string jsonString(const std::string& text) {
    std::string json = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            char escaped[8];
            std::snprintf(escaped, sizeof escaped, "\\u%04x", static_cast<unsigned>(c));
            json += escaped;
        } else {
            json += c;
        }
    }
    return json + '"';
}

std::string describeEncoder(const x265_api& api) { return std::string("x265 ") + api.version_str; }

std::string describeVersion() {
    std::string depths;
    std::string largest;
    std::string version;
    for (const int depth : {8, 10, 12}) {
        const x265_api* api = x265_api_get(depth);
        if (api == nullptr || api->bit_depth != depth) continue;
        depths += (depths.empty() ? "" : ",") + std::to_string(depth);
        largest += (largest.empty() ? "\"" : ",\"") + std::to_string(depth) + "\":" + std::to_string(largestCodedQp(depth));
        version = api->version_str;
    }
    std::ostringstream json;
    json << "{\"program\":\"hevc-encoder 1\",\"x265\":" << jsonString(version) << ",\"depths\":[" << depths
         << "],\"min_qp\":" << minimumQp << ",\"max_qp\":" << maximumQp << ",\"max_coded_qp\":{" << largest << "}" << ",\"min_width\":" << minimumWidth << ",\"min_height\":" << minimumHeight
         << ",\"max_size\":" << maximumSide << "}\n";
    return json.str();
}

std::string describeOptions(const CommandLine& line, const QpLayout& qp) {
    const x265_api& api = apiFor(line.format.depth);
    Param param = makeParam(api, line, qp);
    // The library's list of options can be had only through the message that it would write
    // into the stream, so an encoder is opened for its headers alone.
    param->bEmitInfoSEI = 1;
    Encoder encoder(api, std::move(param), line.format);
    const CodedPicture headers = encoder.headers();

    std::string text;
    for (std::uint32_t i = 0; i < headers.nalCount; i++) {
        const x265_nal& nal = headers.nals[i];
        const std::string bytes(reinterpret_cast<const char*>(nal.payload), nal.sizeBytes);
        const std::string mark = "options: ";
        const auto found = bytes.find(mark);
        if (found == std::string::npos) continue;
        text = bytes.substr(found + mark.size());
        std::size_t end = 0;
        while (end < text.size() && text[end] >= 0x20 && text[end] < 0x7f) end++;
        text.resize(end);
    }
    if (text.empty()) throw Failure(ExitCode::Internal, "libx265 does not list its options");

    std::istringstream words(text);
    std::string options;
    for (std::string word; words >> word;) {
        if (word.rfind("cpuid=", 0) == 0 || word.rfind("numa-pools=", 0) == 0) continue;
        if (word == "info") word = "no-info";  // on only for this question
        options += (options.empty() ? "" : " ") + word;
    }
    return options;
}

}  // namespace hevc
