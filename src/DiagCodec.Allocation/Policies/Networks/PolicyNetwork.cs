using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.Allocation.Policies.Networks;

/// <summary>The frame agent and the CTU agent.</summary>
public sealed class PolicyNetwork : Module
{
    private static readonly Lock Seeding = new();

    private readonly AgentNetwork frame;
    private readonly AgentNetwork ctu;

    private PolicyNetwork(int frameActions, int ctuActions, int tradeoffs, AgentParts adapters)
        : base(nameof(PolicyNetwork))
    {
        frame = new AgentNetwork(frameActions, tradeoffs, adapters);
        ctu = new AgentNetwork(ctuActions, tradeoffs, adapters);
        RegisterComponents();
    }

    public AgentNetwork Frame => frame;

    public AgentNetwork Ctu => ctu;

    /// <summary>With random weights.</summary>
    /// <param name="frameActions">10 in DMIC.</param>
    /// <param name="ctuActions">100 in DMIC.</param>
    /// <param name="tradeoffs">Trade-offs that have heads, 1 or more.</param>
    /// <param name="adapters">Those of <see cref="AgentParts.Adapters"/> that every head has.</param>
    /// <param name="seed">Equal seeds give equal weights.</param>
    /// <param name="device">Where the weights lie.</param>
    public static PolicyNetwork Create(int frameActions, int ctuActions, int tradeoffs, AgentParts adapters, int seed, Device device)
    {
        // The library's generator belongs to the process.
        lock (Seeding)
        {
            manual_seed(seed);
            return new PolicyNetwork(frameActions, ctuActions, tradeoffs, adapters).to(device);
        }
    }

    /// <summary>Parameters of both agents.</summary>
    public IEnumerable<Parameter> ParametersOf(AgentParts parts) => frame.ParametersOf(parts).Concat(ctu.ParametersOf(parts));

    /// <summary>How many numbers a strategy tunes for one trade-off, as DMIC's Table III counts them.</summary>
    /// <param name="parts">Of <see cref="TuningStrategies.Parts"/>; the network must have them.</param>
    /// <param name="tradeoffs">As it was made with.</param>
    public long Count(AgentParts parts, int tradeoffs)
    {
        const AgentParts Shared = AgentParts.Trunk | AgentParts.Fc;
        return ParametersOf(parts & Shared).Sum(p => p.numel()) + (ParametersOf(parts & ~Shared).Sum(p => p.numel()) / tradeoffs);
    }
}
