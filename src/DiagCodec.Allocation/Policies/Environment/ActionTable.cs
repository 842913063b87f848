using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Coding.Plans;

namespace DiagCodec.Allocation.Policies.Environment;

/// <summary>
/// What every action gives on every frame of a clip: bits relative to the anchor's mean frame, and the semantic distortion (the frame's
/// share of 1 - Dice, times the number of frames, so that its mean over frames is that of the clip).
/// </summary>
public sealed class ActionTable
{
    private readonly float[] _bits;
    private readonly float[] _distortion;

    private ActionTable(string name, int frames, ActionSets sets)
    {
        (Name, Frames, FrameActions, CtuActions) = (name, frames, sets.FrameActions, sets.CtuActions);
        (_bits, _distortion) = (new float[frames * FrameActions * CtuActions], new float[frames * FrameActions * CtuActions]);
    }

    public string Name { get; }

    public int Frames { get; }

    public int FrameActions { get; }

    public int CtuActions { get; }

    /// <param name="table">Bits and errors by QPs.</param>
    /// <param name="sets">What may be chosen.</param>
    /// <param name="options">Anchor, reference, smoothing.</param>
    /// <param name="highestQp">That is coded: 51, at 12 bits 49.</param>
    public static ActionTable Of(ClipTable table, ActionSets sets, RewardOptions options, int highestQp)
    {
        var made = new ActionTable(table.Name, table.Frames, sets);
        var anchor = Enumerable.Range(0, table.Frames).Average(t => table.Bits(t, options.AnchorQp, options.AnchorQp));
        var isOwn = options.Reference == AccuracyReference.Own;
        var voxels = Math.Max(1, 2.0 * (isOwn ? table.OwnVoxels : table.TruthVoxels) / table.Frames);
        var known = new Dictionary<(int, int, int), (float Bits, float Distortion)>();
        for (var t = 0; t < table.Frames; t++)
        {
            for (var a = 0; a < sets.FrameActions; a++)
            {
                for (var c = 0; c < sets.CtuActions; c++)
                {
                    var (f, b) = Qps(sets, t, a, c, highestQp);
                    if (!known.TryGetValue((t, f, b), out var figures))
                    {
                        var errors = options.Shifts.Average(s => Errors(t, Math.Max(0, f + s), Math.Min(highestQp, b + s)));
                        figures = ((float)(table.Bits(t, f, b) / anchor), (float)(errors / voxels));
                        known.Add((t, f, b), figures);
                    }

                    (made._bits[made.Place(t, a, c)], made._distortion[made.Place(t, a, c)]) = figures;
                }
            }
        }

        return made;

        double Errors(int t, int f, int b) => isOwn
            ? table.OwnErrors(t, f, Math.Max(f, b))
            : table.TruthErrors(t, f, Math.Max(f, b)) - table.Uncoded[t];
    }

    /// <param name="name">Of the clip.</param>
    /// <param name="frames">1 or more.</param>
    /// <param name="sets">What may be chosen.</param>
    /// <param name="figures">Bits and distortion by frame, frame action and CTU action.</param>
    public static ActionTable Of(string name, int frames, ActionSets sets, Func<int, int, int, (double Bits, double Distortion)> figures)
    {
        var made = new ActionTable(name, frames, sets);
        for (var t = 0; t < frames; t++)
        {
            for (var a = 0; a < sets.FrameActions; a++)
            {
                for (var c = 0; c < sets.CtuActions; c++)
                {
                    var (bits, distortion) = figures(t, a, c);
                    (made._bits[made.Place(t, a, c)], made._distortion[made.Place(t, a, c)]) = ((float)bits, (float)distortion);
                }
            }
        }

        return made;
    }

    public double Bits(int frame, int frameAction, int ctuAction) => _bits[Place(frame, frameAction, ctuAction)];

    public double Distortion(int frame, int frameAction, int ctuAction) => _distortion[Place(frame, frameAction, ctuAction)];

    /// <param name="frame">From 0.</param>
    /// <param name="frameAction">Of its GOP.</param>
    /// <param name="ctuAction">Of the frame.</param>
    /// <param name="weight">Trade-off times <see cref="RewardOptions.Scale"/>.</param>
    public double Reward(int frame, int frameAction, int ctuAction, double weight)
    {
        var place = Place(frame, frameAction, ctuAction);
        return -((weight * _distortion[place]) + _bits[place]);
    }

    /// <summary>Mean reward over the frames.</summary>
    public double Return(PolicyDecisions decisions, double weight)
    {
        var sum = 0.0;
        for (var t = 0; t < Frames; t++)
        {
            sum += Reward(t, decisions.Gops[GopLayout.GopOf(t)], decisions.Frames[t], weight);
        }

        return sum / Frames;
    }

    /// <summary>The two actions that, kept for the whole clip, give the highest return: all pairs are tried.</summary>
    public (int FrameAction, int CtuAction, double Return) BestSingle(double weight)
    {
        var best = (0, 0, double.NegativeInfinity);
        for (var a = 0; a < FrameActions; a++)
        {
            for (var c = 0; c < CtuActions; c++)
            {
                var sum = 0.0;
                for (var t = 0; t < Frames; t++)
                {
                    sum += Reward(t, a, c, weight);
                }

                best = sum / Frames > best.Item3 ? (a, c, sum / Frames) : best;
            }
        }

        return best;
    }

    /// <summary>QPs as the table counts them: its I frames are finer than its P frames by the step of its GOP.</summary>
    private static (int Foreground, int Background) Qps(ActionSets sets, int frame, int frameAction, int ctuAction, int highestQp)
    {
        var offsets = sets.Ctu(ctuAction);
        var qp = sets.FrameQp(frameAction, frame);
        var step = frame == 0 ? GopStructure.Step.FrameQp(0, 1) : 0;
        return (Math.Clamp(qp + offsets.Foreground + step, 0, highestQp), Math.Clamp(qp + offsets.Background + step, 0, highestQp));
    }

    private int Place(int frame, int frameAction, int ctuAction) => (((frame * FrameActions) + frameAction) * CtuActions) + ctuAction;
}
