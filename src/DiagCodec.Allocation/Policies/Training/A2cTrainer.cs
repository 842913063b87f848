using System.Collections.Immutable;
using System.Text;
using DiagCodec.Allocation.Policies.Actions;
using DiagCodec.Allocation.Policies.Networks;
using DiagCodec.Networks.Splits;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DiagCodec.Allocation.Policies.Training;

/// <summary>
/// The algorithm: features of the states, scores and values of every trade-off's heads, actions, rewards, loss, step. First the frame
/// agent learns, rewarded as if the CTU agent answered in the best way, since that one will learn from it; then the CTU agent with the
/// frame agent as it is; then both (order reconstructed). Knows nothing of files and progress.
/// </summary>
public sealed class A2cTrainer : IDisposable
{
    private const int FramesAtOnce = 8;

    /// <summary>Steps after which an agent looks again at what the other one would do.</summary>
    private const int RefreshEvery = 10;

    private readonly PolicyNetwork _network;
    private readonly ImmutableArray<double> _weights;
    private readonly ImmutableArray<PolicyEpisode> _episodes;
    private readonly ImmutableArray<RewardScale> _scales;
    private readonly A2cOptions _options;
    private readonly Device _device;
    private readonly bool _trainsFeatures;
    private readonly Adam? _frameOptimiser;
    private readonly Adam? _ctuOptimiser;
    private readonly Dictionary<(PolicyEpisode Episode, bool IsFrame), Tensor> _features = [];
    private ImmutableArray<ImmutableArray<PolicyDecisions>> _choices = [];

    /// <param name="network">Learns; not disposed of by this.</param>
    /// <param name="weights">Of the distortion, one a trade-off: trade-off times the reward's scale.</param>
    /// <param name="tuned">Parts that learn; all others keep their bytes.</param>
    /// <param name="episodes">At least one.</param>
    /// <param name="options">How.</param>
    /// <param name="device">Where the network lies.</param>
    public A2cTrainer(
        PolicyNetwork network,
        ImmutableArray<double> weights,
        AgentParts tuned,
        ImmutableArray<PolicyEpisode> episodes,
        A2cOptions options,
        Device device)
    {
        options.Validate();
        (_network, _weights, _episodes, _options, _device) = (network, weights, episodes, options, device);
        _scales = [.. weights.Select(w => RewardScale.Of([.. episodes.Select(e => e.Table)], w))];
        _trainsFeatures = (tuned & (AgentParts.Trunk | AgentParts.Fc)) != 0;
        network.requires_grad_(false);
        _frameOptimiser = Optimiser(network.Frame, tuned, options.FrameLearningRate);
        _ctuOptimiser = Optimiser(network.Ctu, tuned, options.CtuLearningRate);
    }

    /// <summary>Steps done.</summary>
    public int Iteration { get; private set; }

    /// <summary>Takes the next step.</summary>
    /// <returns>The loss before the step, of the agents that took one.</returns>
    public double Advance()
    {
        if (_choices.IsEmpty || Iteration % RefreshEvery == 0)
        {
            _choices = [.. _episodes.Select(Decide)];
        }

        var (learnsFrame, learnsCtu) = Phase();
        var batch = Batch();
        var loss = learnsFrame && _frameOptimiser is not null ? Step(isFrame: true, _frameOptimiser, batch) : 0;
        loss += learnsCtu && _ctuOptimiser is not null ? Step(isFrame: false, _ctuOptimiser, batch) : 0;
        Iteration++;
        return loss;
    }

    /// <summary>The actions held for best, one entry a trade-off.</summary>
    public ImmutableArray<PolicyDecisions> Decide(PolicyEpisode episode)
    {
        using var fixedGraph = no_grad();
        using var scope = NewDisposeScope();
        var (frame, ctu) = (See(episode, isFrame: true, null), See(episode, isFrame: false, null));
        return
        [
            .. Enumerable.Range(0, _weights.Length).Select(k => new PolicyDecisions(Best(_network.Frame, frame, k), Best(_network.Ctu, ctu, k))),
        ];
    }

    public byte[] SaveOptimisers()
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            _frameOptimiser?.save_state_dict(writer);
            _ctuOptimiser?.save_state_dict(writer);
        }

        return stream.ToArray();
    }

    /// <param name="state">Of <see cref="SaveOptimisers"/>.</param>
    /// <param name="iteration">Steps done when it was saved.</param>
    public void LoadOptimisers(byte[] state, int iteration)
    {
        using var reader = new BinaryReader(new MemoryStream(state), Encoding.UTF8);
        _frameOptimiser?.load_state_dict(reader);
        _ctuOptimiser?.load_state_dict(reader);
        (Iteration, _choices) = (iteration, []);
    }

    public void Dispose()
    {
        foreach (var tensor in _features.Values)
        {
            tensor.Dispose();
        }

        _frameOptimiser?.Dispose();
        _ctuOptimiser?.Dispose();
    }

    private int FirstPhase => _options.Iterations / 4;

    private (bool Frame, bool Ctu) Phase() =>
        Iteration < FirstPhase ? (true, false) : Iteration < 2 * FirstPhase ? (false, true) : (true, true);

    private static Adam? Optimiser(AgentNetwork agent, AgentParts tuned, double rate)
    {
        Parameter[] parameters = [.. agent.ParametersOf(tuned)];
        foreach (var parameter in parameters)
        {
            parameter.requires_grad = true;
        }

        return parameters.Length == 0 ? null : optim.Adam(parameters, rate);
    }

    /// <summary>Indices of the episodes of a step.</summary>
    private int[] Batch()
    {
        int[] all = [.. Enumerable.Range(0, _episodes.Length)];
        if (_options.Batch == 0 || _options.Batch >= all.Length)
        {
            return all;
        }

        var random = Random(2);
        return [.. Enumerable.Range(0, _options.Batch).Select(i =>
        {
            var at = i + random.Below(all.Length - i);
            (all[i], all[at]) = (all[at], all[i]);
            return all[i];
        })];
    }

    private double Step(bool isFrame, Adam optimiser, int[] batch)
    {
        using var scope = NewDisposeScope();
        var agent = isFrame ? _network.Frame : _network.Ctu;
        var random = Random(isFrame ? 0UL : 1UL);
        var chosen = batch.Select(e => (Episode: e, Decisions: Decisions(_episodes[e], isFrame, Math.Max(1, _options.StatesPerStep / batch.Length), random))).ToArray();
        var features = cat([.. chosen.Select(c => See(_episodes[c.Episode], isFrame, c.Decisions))]);
        var entropy = _options.EntropyWeight * (1 - ((double)Iteration / _options.Iterations));
        var losses = new List<Tensor>();
        for (var k = 0; k < _weights.Length; k++)
        {
            var (scores, values) = agent.Decide(features, k);
            var rewards = chosen.SelectMany(c => c.Decisions.SelectMany(d => Rewards(c.Episode, isFrame, d, k))).ToArray();
            losses.Add(AgentLesson.Loss(scores, values, rewards, _options.SamplesPerState, _options.ValueWeight, entropy, random));
        }

        var loss = stack(losses).sum();
        optimiser.zero_grad();
        loss.backward();
        optimiser.step();
        return loss.cpu().item<float>() / _weights.Length;
    }

    /// <summary>Which decisions of a clip a step looks at: all where features are known, else some, because convolutions cost.</summary>
    private int[] Decisions(PolicyEpisode episode, bool isFrame, int most, SplitRandom random)
    {
        var count = isFrame ? GopLayout.Gops(episode.States.Frames) : episode.States.Frames;
        int[] all = [.. Enumerable.Range(0, count)];
        return !_trainsFeatures || count <= most
            ? all
            : [.. Enumerable.Range(0, most).Select(_ => random.Below(count))];
    }

    /// <summary>Of every action, scaled, where the other agent does what it holds for best, or in the frame agent's first lessons the best there is.</summary>
    private float[] Rewards(int episode, bool isFrame, int decision, int tradeoff)
    {
        var table = _episodes[episode].Table;
        var (other, scale, weight) = (_choices[episode][tradeoff], _scales[tradeoff], _weights[tradeoff]);
        if (!isFrame)
        {
            var action = other.Gops[GopLayout.GopOf(decision)];
            return [.. Enumerable.Range(0, table.CtuActions).Select(c => (float)scale.Of(table.Reward(decision, action, c, weight)))];
        }

        int[] frames = [.. Enumerable.Range(0, table.Frames).Where(t => GopLayout.GopOf(t) == decision)];
        return [.. Enumerable.Range(0, table.FrameActions).Select(a => (float)scale.Of(Iteration < FirstPhase
            ? Enumerable.Range(0, table.CtuActions).Max(c => frames.Average(t => table.Reward(t, a, c, weight)))
            : frames.Average(t => table.Reward(t, a, other.Frames[t], weight))))];
    }

    /// <summary>Features of decisions, all of them where null; of the caller's scope.</summary>
    private Tensor See(PolicyEpisode episode, bool isFrame, int[]? decisions)
    {
        var agent = isFrame ? _network.Frame : _network.Ctu;
        if (_trainsFeatures)
        {
            return agent.See(episode.States.Of(Frames(episode, isFrame, decisions), _device));
        }

        if (!_features.TryGetValue((episode, isFrame), out var known))
        {
            using var fixedGraph = no_grad();
            using var scope = NewDisposeScope();
            known = cat([.. Frames(episode, isFrame, null).Chunk(FramesAtOnce).Select(some => agent.See(episode.States.Of(some, _device)))])
                .DetachFromDisposeScope();
            _features.Add((episode, isFrame), known);
        }

        return known.alias();
    }

    private static int[] Frames(PolicyEpisode episode, bool isFrame, int[]? decisions)
    {
        var frames = episode.States.Frames;
        var all = decisions ?? [.. Enumerable.Range(0, isFrame ? GopLayout.Gops(frames) : frames)];
        return isFrame ? Array.ConvertAll(all, g => GopLayout.FrameSeen(g, frames)) : all;
    }

    private static ImmutableArray<int> Best(AgentNetwork agent, Tensor features, int tradeoff) =>
        [.. agent.Decide(features, tradeoff).Scores.argmax(1).cpu().data<long>().ToArray().Select(a => (int)a)];

    /// <summary>Numbers of this step alone, so that a run that goes on draws what it would have drawn.</summary>
    private SplitRandom Random(ulong purpose) => new(((ulong)(uint)_options.Seed << 40) ^ ((ulong)(uint)Iteration << 2) ^ purpose);
}
