using DiagCodec.Coding.Tests.Support;

namespace DiagCodec.Coding.Tests.Encode.Hm;

/// <summary>
/// A script that stands for TAppEncoder: keeps what it is given beside itself, works out the slice QPs from configuration and dQPs
/// file as HM does, and speaks HM's words. Its reconstruction is the source, its video a start code.
/// </summary>
internal sealed class FakeHm : IDisposable
{
    private const string Words = """
        mapfile -t args < arguments
        value() { local a; for a in "${args[@]}"; do case "$a" in "$1="*) printf '%s' "${a#*=}" ;; esac; done; }
        setting() { sed -n "s/^$1 : //p" "$cfg"; }
        cfg=${args[1]} input=$(value --InputFile) video=$(value --BitstreamFile) recon=$(value --ReconFile)
        dqps=$(value --dQPFile) map=$(value --CtuQpMap)
        cp "$cfg" cfg; cp "$dqps" dqps; stat -c %s "$input" > input-bytes
        [ -z "$map" ] || cp "$map" map
        frames=$(setting FramesToBeEncoded)
        version() { echo; echo "HM software: Encoder Version [${1:-16.25}] (including RExt)[Linux][GCC 12.2.0][64 bit] "; echo; }
        pictures() {
          awk -v shift="${1:-0}" -v depth="$(setting InternalBitDepth)" '
            FILENAME != ARGV[2] && /^(QP|IntraQPOffset) :/ { set[$1] = $3 }
            FILENAME != ARGV[2] && /^Frame[1-8] :/ { off[$4] = $5; mo[$4] = $6; ms[$4] = $7 }
            FILENAME == ARGV[2] {
              q = set["QP"] + $1
              if (FNR == 1) q += set["IntraQPOffset"]
              else {
                e = (FNR - 2) % 8 + 1; q += off[e]; m = q * ms[e] + mo[e] + 0.5
                q += int(m < 0 ? 0 : m > 3 ? 3 : m)
              }
              low = -6 * (depth - 8); q = q < low ? low : q > 51 ? 51 : q; q += shift
              printf "POC %4d TId: 0 ( %s-SLICE, nQP %d QP %d ) %10d bits [Y 41.2345 dB    U %6.4f dB    V inf dB] [ET %5.0f ] [L0 %d ] [L1 ] \n", FNR - 1, FNR == 1 ? "I" : "P", q, q, 8000 + FNR, 0, 2, FNR - 2
            }' "$cfg" "$dqps"
        }
        reconstruct() { cat "$input" > "$recon"; }
        stream() { printf '\0\0\0\1\100\1hevc' > "$video"; }
        summary() {
          printf '\nSUMMARY --------------------------------------------------------\n\tTotal Frames |   Bitrate     Y-PSNR\n\t %8d    a  100.0000   41.2345\n' "$frames"
          printf '\nBytes written to file: %d (80.000 kbps)\n\n Total Time:       12.500 sec. [user]       13.000 sec. [elapsed]\n' "$(stat -c %s "$video")"
        }
        all() { version; pictures; reconstruct; stream; summary; }

        """;

    private readonly FakeProgram _program;

    public FakeHm(string script = "all") => _program = new FakeProgram(Words + script);

    public string Path => _program.Path;

    public string[] Arguments => _program.Arguments;

    /// <summary>What the script kept under that name: cfg, dqps, map, input-bytes.</summary>
    public string Kept(string name) => File.ReadAllText(FileOf(name));

    public bool Has(string name) => File.Exists(FileOf(name));

    /// <summary>The value of a setting in the configuration that it was given.</summary>
    public string Setting(string name) =>
        Kept("cfg").Split('\n').Single(l => l.StartsWith(name + " : ", StringComparison.Ordinal))[(name.Length + 3)..];

    public Task Touched(string name) => _program.Touched(name);

    public void AssertGone() => _program.AssertGone();

    public void Dispose() => _program.Dispose();

    private string FileOf(string name) => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, name);
}
