using System.Collections.Immutable;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace DiagCodec.Allocation.Policies.Networks;

/// <summary>
/// One agent of HRLVSC and DMIC: f = F(x, m), s = FC(f), (policy, value) = A2C(s) (DMIC Eq. 1). Layers are reconstructed from the
/// parameter counts of DMIC's Table III, which they meet exactly: six 3x3 convolutions of stride 2 (2 to 32, 32 ... 32, 64), so that a
/// cell is a CTU of 64 pixels; 1792 to 256; 256 to the actions, and to 1. Trunk and fully connected layer are shared by all trade-offs, which
/// is our choice; heads are not.
/// </summary>
public sealed class AgentNetwork : Module
{
    /// <summary>Slice and mask.</summary>
    public const int Channels = 2;

    /// <summary>Of the state in pixels: 7 CTUs.</summary>
    public const int Width = 448;

    /// <summary>Of the state in pixels: 4 CTUs.</summary>
    public const int Height = 256;

    /// <summary>Width of the fully connected layer.</summary>
    public const int Features = 256;

    private const int Convolutions = 6;
    private const int Kernel = 3;
    private const int Hidden = 32;
    private const int Last = 64;
    private const int Cells = (Width >> Convolutions) * (Height >> Convolutions);

    private readonly Sequential trunk;
    private readonly Linear fc;
    private readonly ModuleList<AgentHeads> heads;

    /// <param name="actions">10 for DMIC's frame agent, 100 for its CTU agent.</param>
    /// <param name="tradeoffs">Trade-offs that have heads, 1 or more.</param>
    /// <param name="adapters">Those of <see cref="AgentParts.Adapters"/> that every head has.</param>
    public AgentNetwork(int actions, int tradeoffs, AgentParts adapters)
        : base(nameof(AgentNetwork))
    {
        var layers = new List<Module<Tensor, Tensor>>();
        for (var i = 0; i < Convolutions; i++)
        {
            layers.Add(Conv2d(Into(i), OutOf(i), kernel_size: Kernel, stride: 2, padding: 1));
            layers.Add(ReLU(inplace: true));
        }

        trunk = Sequential(layers);
        fc = Linear(Last * Cells, Features);
        heads = ModuleList([.. Enumerable.Range(0, tradeoffs).Select(_ => new AgentHeads(actions, adapters))]);
        RegisterComponents();
    }

    /// <param name="states">N x 2 x 256 x 448, values 0 to 1.</param>
    /// <returns>N x 256, none below 0.</returns>
    public Tensor See(Tensor states)
    {
        using var scope = NewDisposeScope();
        return functional.relu(fc.call(trunk.call(states).flatten(1))).MoveToOuterDisposeScope();
    }

    /// <param name="features">N x 256, of <see cref="See"/>.</param>
    /// <param name="tradeoff">Index of the heads.</param>
    /// <inheritdoc cref="AgentHeads.Decide" path="/returns"/>
    public (Tensor Scores, Tensor Values) Decide(Tensor features, int tradeoff) => heads[tradeoff].Decide(features);

    /// <inheritdoc cref="AgentHeads.Soften"/>
    public void Soften(AgentParts tuned, double factor)
    {
        foreach (var head in heads)
        {
            head.Soften(tuned, factor);
        }
    }

    /// <summary>The parameters of some parts, of heads for all trade-offs.</summary>
    public IEnumerable<Parameter> ParametersOf(AgentParts parts)
    {
        var shared = (parts.HasFlag(AgentParts.Trunk) ? trunk.parameters() : []).Concat(parts.HasFlag(AgentParts.Fc) ? fc.parameters() : []);
        return shared.Concat(heads.SelectMany(h => h.ParametersOf(parts)));
    }

    /// <summary>The tensors that such an agent has, by the names of its state dictionary; makes no network.</summary>
    /// <inheritdoc cref="AgentNetwork(int, int, AgentParts)" path="/param"/>
    internal static IEnumerable<(string Name, ImmutableArray<long> Shape)> Shapes(int actions, int tradeoffs, AgentParts adapters)
    {
        // Activations take every other number.
        var convolutions = Enumerable.Range(0, Convolutions).SelectMany(i => Layer($"trunk.{2 * i}", OutOf(i), Into(i), Kernel, Kernel));
        var heads = Enumerable.Range(0, tradeoffs).SelectMany(i => AgentHeads.Layers(actions, adapters).SelectMany(l => Layer($"heads.{i}.{l.Name}", l.To, l.From)));
        return convolutions.Concat(Layer("fc", Features, Last * Cells)).Concat(heads);
    }

    private static IEnumerable<(string Name, ImmutableArray<long> Shape)> Layer(string name, params ImmutableArray<long> weight) =>
        [($"{name}.weight", weight), ($"{name}.bias", weight[..1])];

    private static int Into(int convolution) => convolution == 0 ? Channels : Hidden;

    private static int OutOf(int convolution) => convolution == Convolutions - 1 ? Last : Hidden;
}
