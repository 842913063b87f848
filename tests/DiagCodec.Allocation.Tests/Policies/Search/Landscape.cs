using System.Collections.Immutable;
using DiagCodec.Allocation.Policies.Search;
using DiagCodec.Coding.Encode;
using DiagCodec.Coding.Plans;
using DiagCodec.Coding.Prepare;
using DiagCodec.Imaging.Series;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Allocation.Tests.Policies.Search;

/// <summary>
/// An encoder and a network that know beforehand what every plan costs and how much of the mask it leaves: the encoder reconstructs so
/// many bright voxels, and the network finds what is bright.
/// </summary>
internal sealed class Landscape : IVideoEncoder
{
    private const int Side = 128;

    private readonly Func<CodingPlan, (long Bytes, double Dice)> _of;

    public Landscape(Func<CodingPlan, (long Bytes, double Dice)> of) => _of = of;

    public string Name => "fake";

    /// <summary>Fingerprints of what was encoded, in order.</summary>
    public List<string> Encoded { get; } = [];

    public List<string> WorkFolders { get; } = [];

    public Action? OnEncode { get; init; }

    public static PreparedSeries Prepared { get; } = MakePrepared();

    /// <summary>All of the first slice.</summary>
    public static LabelMap Own { get; } = new(Side, Side, 2, (byte[])[.. Enumerable.Repeat((byte)1, Side * Side), .. new byte[Side * Side]], null);

    /// <summary>Uniform QPs but for one offset, which makes the maps of families different ones.</summary>
    public static PlanFamily Family(string name, int number, int start, params int[] qps) => new(
        name,
        [.. qps.Select(qp => new PlanCandidate($"{name} at QP {qp}", new CodingPlan(name, qp, "flat", EncoderPreset.Fast, Map(qp, number))))],
        start);

    public static LabelMap Segment(Volume volume, CancellationToken cancellation)
    {
        var labels = new byte[volume.Slices * volume.PixelsPerSlice];
        var stored = new int[volume.PixelsPerSlice];
        for (var z = 0; z < volume.Slices; z++)
        {
            cancellation.ThrowIfCancellationRequested();
            volume.ReadSlice(z, stored);
            for (var i = 0; i < stored.Length; i++)
            {
                labels[(z * stored.Length) + i] = (byte)(stored[i] > 100 ? 1 : 0);
            }
        }

        return new LabelMap(volume.Columns, volume.Rows, volume.Slices, labels, null);
    }

    public Task<EncodedVideo> EncodeAsync(EncodeRequest request, CancellationToken cancellation)
    {
        OnEncode?.Invoke();
        cancellation.ThrowIfCancellationRequested();
        var (bytes, dice) = _of(request.Plan);
        Encoded.Add(MapFingerprint.Of(request.Plan.Map));
        WorkFolders.Add(request.WorkFolder);
        File.WriteAllText(Path.Combine(request.WorkFolder, "video.hevc"), "");
        var frame = new byte[request.Frames.Format.FrameBytes];
        // 2k / (K + k) = dice
        frame.AsSpan(0, (int)Math.Round(Side * Side * dice / (2 - dice))).Fill(200);
        request.OnReconstruction!(0, frame);
        request.OnReconstruction!(1, new byte[frame.Length]);
        return Task.FromResult(new EncodedVideo("video.hevc", bytes, Encoded[^1], "fake", "", [], TimeSpan.Zero));
    }

    public Task<PlanSearchResult> SearchAsync(ImmutableArray<PlanFamily> families, int most, double minimum, CancellationToken cancellation = default) =>
        PlanSearch.RunAsync(
            Prepared, Own, Segment, this, families, new PlanSearchOptions { MostTrials = most, MinimumDice = minimum }, null, cancellation);

    private static QpMap Map(int qp, int number)
    {
        var map = QpMap.Uniform(Prepared.Frames.Format, Prepared.Frames.Count, qp, GopStructure.Flat, 16);
        var offsets = new sbyte[map.BlocksPerFrame];
        offsets[number] = 1;
        return map.WithOffsets(_ => offsets);
    }

    private static PreparedSeries MakePrepared()
    {
        var samples = Enumerable.Range(0, Side * Side).Select(i => (byte)i).ToArray();
        var volume = new Volume(Side, Side, SampleFormat.UInt8, [samples, samples]);
        var headers = new SourceHeaders(SourceKind.Nifti, [new byte[] { 1 }], [new SliceOrigin(0, 0), new SliceOrigin(0, 1)]);
        return PreparedSeries.Of(new ImageSeries("in", "in", "test", volume, headers, 1000, []), 8, null, null);
    }
}
