#include "command_line.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "failure.h"
#include "limits.h"
#include "numbers.h"

namespace hevc {
namespace {

[[noreturn]] void usage(const std::string& message) {
    throw Failure(ExitCode::Usage, message + " (try --help)");
}

template <typename Integer>
Integer integerIn(const std::string& option, const std::string& text, Integer low, Integer high) {
    const auto value = parseInteger<Integer>(text);
    if (!value || *value < low || *value > high)
        usage(option + " expects an integer from " + std::to_string(low) + " to " +
              std::to_string(high) + ", found '" + text + "'");
    return *value;
}

std::pair<std::string, std::string> overrideOf(const std::string& text) {
    const auto equals = text.find('=');
    if (equals == std::string::npos || equals == 0)
        usage("--x265 expects name=value, found '" + text + "'");
    return {text.substr(0, equals), text.substr(equals + 1)};
}

// Walks over the arguments; accepts "--name value" and "--name=value".
class Arguments {
public:
    Arguments(int argc, char** argv) : items_(argv + std::min(argc, 1), argv + argc) {}

    bool next(std::string& name) {
        if (attached_) usage("option " + name + " takes no value");
        if (index_ >= items_.size()) return false;
        name = items_[index_++];
        const auto equals = name.find('=');
        if (name.rfind("--", 0) == 0 && equals != std::string::npos) {
            attached_ = name.substr(equals + 1);
            name.resize(equals);
        }
        return true;
    }

    std::string value(const std::string& name) {
        if (attached_) {
            std::string text = *attached_;
            attached_.reset();
            return text;
        }
        if (index_ >= items_.size()) usage("option " + name + " needs a value");
        return items_[index_++];
    }

private:
    std::vector<std::string> items_;
    std::size_t index_ = 0;
    std::optional<std::string> attached_;
};

void checkSize(const FrameFormat& format) {
    if (format.chroma == Chroma::Yuv420 && (format.width % 2 != 0 || format.height % 2 != 0))
        usage("--chroma 420 needs an even width and height, found " + std::to_string(format.width) +
              "x" + std::to_string(format.height));
    const auto pixels = static_cast<long long>(format.width) * format.height;
    if (pixels > maximumPixels)
        usage("a picture may have at most " + std::to_string(maximumPixels) + " samples, found " +
              std::to_string(format.width) + "x" + std::to_string(format.height));
}

void checkEncode(const CommandLine& line, bool hasWidth, bool hasHeight, bool hasDepth, bool hasChroma) {
    std::string missing;
    const auto need = [&missing](bool present, const char* name) {
        if (!present) missing += missing.empty() ? name : std::string(", ") + name;
    };
    need(hasWidth, "--width");
    need(hasHeight, "--height");
    need(hasDepth, "--depth");
    need(hasChroma, "--chroma");
    need(!line.preset.empty(), "--preset");
    need(line.qp.has_value() || !line.qpMap.empty(), "--qp or --qp-map");
    need(!line.output.empty(), "--output");
    if (!missing.empty()) usage("missing: " + missing);
    if (line.output == "-" && line.recon == "-")
        usage("--output and --recon cannot both be standard output");
}

}  // namespace

CommandLine parseCommandLine(int argc, char** argv) {
    CommandLine line;
    // A description of settings needs a size only because libx265 does.
    line.format = FrameFormat{512, 512, 12, Chroma::Monochrome};
    bool hasWidth = false, hasHeight = false, hasDepth = false, hasChroma = false;

    Arguments arguments(argc, argv);
    std::string name;
    while (arguments.next(name)) {
        const auto integer = [&](int low, int high) {
            return integerIn(name, arguments.value(name), low, high);
        };
        if (name == "--width") {
            line.format.width = integer(minimumWidth, maximumSide);
            hasWidth = true;
        } else if (name == "--height") {
            line.format.height = integer(minimumHeight, maximumSide);
            hasHeight = true;
        } else if (name == "--depth") {
            const std::string text = arguments.value(name);
            if (text != "8" && text != "10" && text != "12")
                usage("--depth expects 8, 10 or 12, found '" + text + "'");
            line.format.depth = *parseInteger<int>(text);
            hasDepth = true;
        } else if (name == "--chroma") {
            const std::string text = arguments.value(name);
            if (text != "400" && text != "420") usage("--chroma expects 400 or 420, found '" + text + "'");
            line.format.chroma = text == "400" ? Chroma::Monochrome : Chroma::Yuv420;
            hasChroma = true;
        } else if (name == "--preset") {
            line.preset = arguments.value(name);
            if (line.preset != "fast" && line.preset != "balanced" && line.preset != "best")
                usage("--preset expects fast, balanced or best, found '" + line.preset + "'");
        } else if (name == "--qp") {
            line.qp = integer(minimumQp, maximumQp);
        } else if (name == "--qp-map") {
            line.qpMap = arguments.value(name);
        } else if (name == "--output") {
            line.output = arguments.value(name);
        } else if (name == "--recon") {
            line.recon = arguments.value(name);
        } else if (name == "--stats") {
            line.stats = arguments.value(name);
        } else if (name == "--frames") {
            line.frames = integerIn(name, arguments.value(name), 1L, 1'000'000'000L);
        } else if (name == "--threads") {
            line.threads = integer(1, maximumThreads);
        } else if (name == "--picture-hash") {
            line.pictureHash = true;
        } else if (name == "--x265") {
            line.overrides.push_back(overrideOf(arguments.value(name)));
        } else if (name == "--help" || name == "-h") {
            line.action = Action::ShowHelp;
        } else if (name == "--version") {
            line.action = Action::ShowVersion;
        } else if (name == "--options") {
            line.action = Action::ShowOptions;
        } else {
            usage("unknown option '" + name + "'");
        }
    }
    if (line.action == Action::ShowHelp || line.action == Action::ShowVersion) return line;

    if (line.qp && !line.qpMap.empty()) usage("--qp and --qp-map exclude each other");
    checkSize(line.format);
    if (line.action == Action::ShowOptions) {
        if (line.preset.empty()) usage("--options needs --preset");
    } else {
        checkEncode(line, hasWidth, hasHeight, hasDepth, hasChroma);
    }
    return line;
}

const char* helpText() {
    return R"(hevc-encoder: raw planar frames on standard input to an HEVC stream (Annex B)

usage:
  hevc-encoder --width W --height H --depth 8|10|12 --chroma 400|420
               --preset fast|balanced|best (--qp N | --qp-map FILE) --output FILE|-
               [--recon FILE|-] [--stats FILE] [--frames N] [--threads N]
               [--picture-hash] [--x265 name=value]...
  hevc-encoder --options --preset P [...]   the x265 options in force, one line
  hevc-encoder --version                    versions and limits, one JSON line
  hevc-encoder --help

  --width, --height  picture size, 64 to 16384; even for --chroma 420
  --depth            bits of a sample; above 8, samples are 2 bytes, little-endian
  --qp N             one QP for every frame, 0 to 51
  --qp-map FILE      frame QPs and block offsets (README.md has the layout)
  --recon FILE|-     decoded frames, in the layout of the input, as they are finished
  --stats FILE       one JSON line a frame, and a summary line
  --frames N         refuse (exit 2) an input of more or fewer frames
  --threads N        worker threads, 1 to 64 (default: one a core); never alters the stream
  --picture-hash     write an MD5 of every decoded picture into the stream
  --x265 name=value  set a raw x265 option after the preset, for experiments

exit codes: 0 done, 1 usage, 2 bad input, 3 libx265 lacks the depth,
            4 output cannot be written, 70 internal fault
)";
}

}  // namespace hevc
