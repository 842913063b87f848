using System.Collections.Immutable;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Archive;

/// <summary>Checks that a manifest makes sense before anything is allocated or run on its word.</summary>
internal static class ManifestCheck
{
    private const int MostSlices = 100_000;

    /// <exception cref="InvalidInputException">A field is out of range or contradicts another.</exception>
    public static void Run(Manifest manifest, string source)
    {
        var (s, v, m) = (manifest.Source, manifest.Video, manifest.Mapping);
        var picture = new FrameFormat(s.Columns, s.Rows, v.Format.BitDepth, v.Format.Chroma);
        picture.Validate(source);
        Require(s.Slices is >= 1 and <= MostSlices && v.Frames == s.Slices, $"{s.Slices} slices in {v.Frames} frames");
        Require(picture.Coded() == v.Format, $"slices of {s.Columns}x{s.Rows} in frames of {v.Format.Width}x{v.Format.Height}");
        Require(Enum.IsDefined(s.Format) && Enum.IsDefined(s.Kind) && Enum.IsDefined(v.Format.Chroma) && Enum.IsDefined(m.Kind), "an unknown word");
        Require(m.BitDepth == v.Format.BitDepth && m.Low <= m.High && InRange(m, s), $"a mapping from {m.Low}..{m.High} to {m.BitDepth} bits");
        Require(manifest.Schema == Manifest.CurrentSchema, $"schema {manifest.Schema}");
        Require(s.BitsStored >= 1 && s.BitsStored <= 8 * s.Format.Bytes(), $"{s.BitsStored} bits stored in {8 * s.Format.Bytes()}");
        Require(!s.Findings.IsDefault && s.Findings.All(f => f is not null), "an empty finding");
        Require(AreGood(s.Rescales, s.Slices), "a wrong number of rescales, or one without a slope");
        Require(m.MaxError >= 0, $"an error of {m.MaxError}");
        AllocationCheck.Run(manifest, Require);
        LearnedCheck.Run(v, Require);

        void Require(bool good, string what)
        {
            if (!good)
            {
                throw new InvalidInputException($"{source}: the manifest cannot be true: {what}");
            }
        }
    }

    private static bool InRange(SampleMapping m, SourceSection s)
    {
        return s.Format.Holds(m.Low) && s.Format.Holds(m.High) && m.Kind switch
        {
            SampleMappingKind.Shift => (long)m.High - m.Low < 1L << m.BitDepth,
            SampleMappingKind.Window => m is { WindowWidth: > 0 and < double.PositiveInfinity, WindowCenter: { } center }
                && double.IsFinite(center)
                && AreGood(m.Rescales, s.Slices),
            _ => m.Low < m.High,
        };
    }

    /// <summary>One for all slices or one for each, and none that maps every value to the same.</summary>
    private static bool AreGood(ImmutableArray<Rescale> rescales, int slices) =>
        !rescales.IsDefaultOrEmpty
        && (rescales.Length == 1 || rescales.Length == slices)
        && rescales.All(r => double.IsFinite(r.Slope) && r.Slope != 0 && double.IsFinite(r.Intercept));
}
