using DiagCodec.Coding.Archive;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Coding.Tests.Support;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Coding.Tests.Archive;

public sealed class ManifestCheckTests
{
    private static readonly Manifest Good = Archives.Manifest;

    private static readonly SampleMapping Window = new()
    {
        Kind = SampleMappingKind.Window,
        BitDepth = 12,
        Low = -1024,
        High = 3071,
        WindowCenter = 40,
        WindowWidth = 400,
        Rescales = [new Rescale(1, 0)],
        MaxError = 9,
    };

    private static readonly PolicyChoice Policy = new("policy-a", new string('b', 64), 16, 0);

    private static readonly SearchProof Search = new(0.9, 2, [new SearchProofTrial("policy 16", 5, 0.96), new SearchProofTrial("uniform at QP 32", 4, 0.5)], 0);

    [Fact]
    public void A_policy_and_a_search_are_good() => ManifestCheck.Run(Good with { Allocation = Good.Allocation with { Policy = Policy, Search = Search } }, "x");

    [Fact]
    public void The_sample_manifest_is_good() => ManifestCheck.Run(Good, "x");

    [Fact]
    public void A_window_with_a_rescale_for_all_or_for_every_slice_is_good()
    {
        ManifestCheck.Run(Good with { Mapping = Window }, "x");
        ManifestCheck.Run(Good with { Mapping = Window with { Rescales = [.. Enumerable.Repeat(new Rescale(-2, 1), 3)] } }, "x");
    }

    private static Dictionary<string, Manifest> Contradictions()
    {
        var (source, video, shift, allocation) = (Good.Source, Good.Video, Good.Mapping, Good.Allocation);
        return new Dictionary<string, Manifest>
        {
            { "no slices", Good with { Source = source with { Slices = 0 }, Video = video with { Frames = 0 } } },
            { "negative slices", Good with { Source = source with { Slices = -1 }, Video = video with { Frames = -1 } } },
            { "too many slices", Good with { Source = source with { Slices = 100_001 }, Video = video with { Frames = 100_001 } } },
            { "more frames than slices", Good with { Video = video with { Frames = 4 } } },
            { "no columns", Good with { Source = source with { Columns = 0 } } },
            { "negative rows", Good with { Source = source with { Rows = -37 } } },
            { "too wide", Good with { Source = source with { Columns = 8193 }, Video = video with { Format = video.Format with { Width = 8193 } } } },
            { "huge", Good with { Source = source with { Columns = int.MaxValue }, Video = video with { Format = video.Format with { Width = int.MaxValue } } } },
            { "other frame size", Good with { Video = video with { Format = video.Format with { Height = 37 } } } },
            { "other chroma than the size says", Good with { Source = source with { Columns = 101 }, Video = video with { Format = video.Format with { Width = 101, Chroma = ChromaFormat.Chroma420 } } } },
            { "9 bits", Good with { Video = video with { Format = video.Format with { BitDepth = 9 } }, Mapping = shift with { BitDepth = 9 } } },
            { "31 bits", Good with { Video = video with { Format = video.Format with { BitDepth = 31 } }, Mapping = shift with { BitDepth = 31 } } },
            { "mapping of other depth", Good with { Mapping = shift with { BitDepth = 10, High = -1000 } } },
            { "low above high", Good with { Mapping = shift with { Low = 1, High = 0 } } },
            { "low below the format", Good with { Mapping = shift with { Low = -32769, High = -32000 } } },
            { "high above the format", Good with { Mapping = shift with { Low = 32000, High = 32768 } } },
            { "low below an unsigned format", Good with { Source = source with { Format = SampleFormat.UInt16 } } },
            { "shift wider than the depth", Good with { Mapping = shift with { High = 3072 } } },
            { "shift over all integers", Good with { Source = source with { Format = SampleFormat.Int32 }, Mapping = shift with { Low = int.MinValue, High = int.MaxValue } } },
            { "linear of one value", Good with { Mapping = shift with { Kind = SampleMappingKind.Linear, Low = 5, High = 5 } } },
            { "window without centre", Good with { Mapping = Window with { WindowCenter = null } } },
            { "window without width", Good with { Mapping = Window with { WindowWidth = null } } },
            { "window of width 0", Good with { Mapping = Window with { WindowWidth = 0 } } },
            { "window of negative width", Good with { Mapping = Window with { WindowWidth = -1 } } },
            { "window of endless width", Good with { Mapping = Window with { WindowWidth = double.PositiveInfinity } } },
            { "window around nowhere", Good with { Mapping = Window with { WindowCenter = double.NegativeInfinity } } },
            { "window without rescale", Good with { Mapping = Window with { Rescales = [] } } },
            { "window with a rescale too few", Good with { Mapping = Window with { Rescales = [new Rescale(1, 0), new Rescale(1, 0)] } } },
            { "slope 0", Good with { Mapping = Window with { Rescales = [new Rescale(0, 0)] } } },
            { "endless slope", Good with { Mapping = Window with { Rescales = [new Rescale(double.PositiveInfinity, 0)] } } },
            { "negative error", Good with { Mapping = shift with { MaxError = -1 } } },
            { "no rescale", Good with { Source = source with { Rescales = [] } } },
            { "a rescale too few", Good with { Source = source with { Rescales = [new Rescale(1, 0), new Rescale(1, 0)] } } },
            { "a rescale of slope 0", Good with { Source = source with { Rescales = [new Rescale(0, 0)] } } },
            { "blocks of 48", Good with { Allocation = allocation with { Block = 48 } } },
            { "blocks of 0", Good with { Allocation = allocation with { Block = 0 } } },
            { "base QP 52", Good with { Allocation = allocation with { BaseQp = 52 } } },
            { "base QP below 0", Good with { Allocation = allocation with { BaseQp = int.MinValue } } },
            { "a policy without name", Good with { Allocation = allocation with { Policy = Policy with { Name = "" } } } },
            { "a policy with a path", Good with { Allocation = allocation with { Policy = Policy with { Name = "a/b" } } } },
            { "a policy without weights", Good with { Allocation = allocation with { Policy = Policy with { WeightsSha256 = "ab" } } } },
            { "a trade-off above 100", Good with { Allocation = allocation with { Policy = Policy with { Tradeoff = 101 } } } },
            { "a trade-off that is none", Good with { Allocation = allocation with { Policy = Policy with { Tradeoff = double.NaN } } } },
            { "a policy shifted too far", Good with { Allocation = allocation with { Policy = Policy with { Shift = 52 } } } },
            { "a minimum of 0", Good with { Allocation = allocation with { Search = Search with { MinimumDice = 0 } } } },
            { "no trials", Good with { Allocation = allocation with { Search = Search with { Trials = [] } } } },
            { "more trials than allowed", Good with { Allocation = allocation with { Search = Search with { MostTrials = 1 } } } },
            { "a winner that was not tried", Good with { Allocation = allocation with { Search = Search with { Winner = 2 } } } },
            { "a winner before the first", Good with { Allocation = allocation with { Search = Search with { Winner = -1 } } } },
            { "a winner below the minimum", Good with { Allocation = allocation with { Search = Search with { Winner = 1 } } } },
            { "a winner that is not the cheapest", Good with { Allocation = allocation with { Search = Search with { MinimumDice = 0.4 } } } },
            { "a trial with a Dice above 1", Good with { Allocation = allocation with { Search = Search with { Trials = [Search.Trials[0], Search.Trials[1] with { OwnDice = 1.5 }] } } } },
            { "a trial with two lines", Good with { Allocation = allocation with { Search = Search with { Trials = [Search.Trials[0] with { Name = "a\nb" }] } } } },
            { "a winner with another video", Good with { Allocation = allocation with { Search = Search }, Entries = Good.Entries.Add("video.hevc", new EntrySection(6, "ab")) } },
            { "unknown GOP", Good with { Allocation = allocation with { Gop = "pyramid" } } },
            { "unknown preset", Good with { Allocation = allocation with { Preset = (EncoderPreset)99 } } },
            { "unknown kind", Good with { Source = source with { Kind = (SourceKind)99 } } },
            { "unknown chroma", Good with { Video = video with { Format = video.Format with { Chroma = (ChromaFormat)99 } } } },
            { "unknown sample format", Good with { Source = source with { Format = (SampleFormat)99 } } },
            { "unknown mapping", Good with { Mapping = shift with { Kind = (SampleMappingKind)99 } } },
            { "no bits stored", Good with { Source = source with { BitsStored = 0 } } },
            { "more bits stored than there are", Good with { Source = source with { BitsStored = 17 } } },
            { "another schema", Good with { Schema = 0 } },
        };
    }

    public static TheoryData<string> Names => [.. Contradictions().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_manifest_that_cannot_be_true_is_refused(string what)
    {
        Told.Of(() => ManifestCheck.Run(Contradictions()[what], "x.dgc"), "x.dgc");
    }
}
