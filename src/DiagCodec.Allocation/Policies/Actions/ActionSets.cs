using System.Collections.Immutable;
using System.Globalization;
using DiagCodec.Coding.Plans;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Allocation.Policies.Actions;

/// <summary>
/// What the two agents choose from. DMIC's sizes are known from its parameter counts (10 and 100); the values are reconstructed.
/// </summary>
/// <param name="FramePairs">The frame agent's actions.</param>
/// <param name="ForegroundOffsets">0 or below, different ones.</param>
/// <param name="BackgroundOffsets">0 or above, different ones. The CTU agent's action is a pair of the two.</param>
/// <param name="FirstOffset">Added to the key QP of the I frame, -51 to 0.</param>
public sealed record ActionSets(
    ImmutableArray<FrameQpPair> FramePairs, ImmutableArray<int> ForegroundOffsets, ImmutableArray<int> BackgroundOffsets, int FirstOffset)
{
    private const int LowestKey = 15;
    private const int KeyStep = 3;
    private const int Pairs = 10;

    /// <summary>Base QP of HM's configuration less the QP of its key frame, and of its I frame less that.</summary>
    private const int HmKeyOffset = 1;
    private const int HmFirstOffset = -2;

    /// <summary>Of <see cref="GopStructure.Step"/>.</summary>
    private const int StepFirstOffset = -3;

    /// <summary>Key QPs 15, 18 ... 42, the other frames as HM's low-delay P has them at that key QP; the I frame two below the key.</summary>
    public static ActionSets Pyramid { get; } = new(
        [.. Keys().Select(key => new FrameQpPair(key, GopStructure.LowDelay8.FrameQp(key - HmKeyOffset, 1)))], Offsets(-1), Offsets(1), HmFirstOffset);

    /// <summary>The same key QPs for all P frames and three below for the I frame: on CT the pyramid costs bits (docs/presets.md).</summary>
    public static ActionSets Step { get; } = new([.. Keys().Select(key => new FrameQpPair(key, key))], Offsets(-1), Offsets(1), StepFirstOffset);

    public int FrameActions => FramePairs.Length;

    public int CtuActions => ForegroundOffsets.Length * BackgroundOffsets.Length;

    /// <param name="action">0 to <see cref="CtuActions"/> - 1.</param>
    public CtuOffsets Ctu(int action) => new(
        ForegroundOffsets[action / BackgroundOffsets.Length], BackgroundOffsets[action % BackgroundOffsets.Length]);

    /// <param name="action">Of the frame agent for the frame's GOP.</param>
    /// <param name="frame">Index in coding order, from 0.</param>
    /// <returns>0 to 51.</returns>
    public int FrameQp(int action, int frame)
    {
        var pair = FramePairs[action];
        var qp = frame == 0 ? pair.Key + FirstOffset : GopLayout.IsKey(frame) ? pair.Key : pair.Other;
        return Math.Clamp(qp, QpMap.LowestQp, QpMap.HighestQp);
    }

    /// <exception cref="UsageException">A value is out of range, or stands twice; all faults are named.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        Add(FramePairs.IsDefaultOrEmpty || FramePairs.Distinct().Count() != FramePairs.Length, "frame pairs: expected different ones, at least one");
        Add(ForegroundOffsets.IsDefaultOrEmpty || ForegroundOffsets.Distinct().Count() != ForegroundOffsets.Length, "foreground offsets: expected different ones, at least one");
        Add(BackgroundOffsets.IsDefaultOrEmpty || BackgroundOffsets.Distinct().Count() != BackgroundOffsets.Length, "background offsets: expected different ones, at least one");
        if (faults.Count == 0)
        {
            Add(FramePairs.Any(p => !IsQp(p.Key) || !IsQp(p.Other)), string.Create(CultureInfo.InvariantCulture, $"frame pairs: expected QPs of {QpMap.LowestQp} to {QpMap.HighestQp}"));
            Add(ForegroundOffsets.Any(o => o is > 0 or < -QpMap.HighestQp), "foreground offsets: expected -51 to 0");
            Add(BackgroundOffsets.Any(o => o is < 0 or > QpMap.HighestQp), "background offsets: expected 0 to 51");
            Add(FirstOffset is > 0 or < -QpMap.HighestQp, "first offset: expected -51 to 0");
        }

        if (faults.Count > 0)
        {
            throw new UsageException(string.Join("; ", faults));
        }

        void Add(bool isFault, string words)
        {
            if (isFault)
            {
                faults.Add(words);
            }
        }
    }

    /// <summary>By content: records compare their arrays by reference.</summary>
    public bool Equals(ActionSets? other) => other is not null
        && FirstOffset == other.FirstOffset
        && FramePairs.SequenceEqual(other.FramePairs)
        && ForegroundOffsets.SequenceEqual(other.ForegroundOffsets)
        && BackgroundOffsets.SequenceEqual(other.BackgroundOffsets);

    public override int GetHashCode() => HashCode.Combine(FirstOffset, FramePairs.Length, ForegroundOffsets.Length, BackgroundOffsets.Length);

    private static bool IsQp(int qp) => qp is >= QpMap.LowestQp and <= QpMap.HighestQp;

    private static IEnumerable<int> Keys() => Enumerable.Range(0, Pairs).Select(i => LowestKey + (i * KeyStep));

    private static ImmutableArray<int> Offsets(int sign) => [.. Enumerable.Range(0, Pairs).Select(i => sign * i)];
}
