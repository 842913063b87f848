using System.Text.RegularExpressions;
using DiagCodec.Coding.Prepare;

namespace DiagCodec.Coding.Archive;

/// <summary>Checks what a manifest says of a learned stream.</summary>
internal static partial class LearnedCheck
{
    private const int MostQualities = 64;

    public static void Run(VideoSection video, Action<bool, string> require)
    {
        if (video.Learned is not { } learned)
        {
            return;
        }

        require(Word().IsMatch(learned.Codec) && Word().IsMatch(learned.Model), "a learned codec or a model without a name");
        require(learned.Quality is >= 1 and <= MostQualities, $"a quality of {learned.Quality}");
        require(Sha256().IsMatch(learned.WeightsSha256) && Sha256().IsMatch(learned.LatentsSha256), "a learned stream whose weights or latents have no SHA-256");
        require(!learned.Sketch.IsDefault && learned.Sketch.Length == SampleSketch.Sums, $"a sketch of other than {SampleSketch.Sums} sums");
        require(video.Format.Chroma == ChromaFormat.Luma400, "a learned stream with chroma");
    }

    [GeneratedRegex(@"\A[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"\A[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();
}
