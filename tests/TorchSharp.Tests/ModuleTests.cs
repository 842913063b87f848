using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class ModuleTests
{
    [Fact]
    public void Parts_are_named_by_their_fields_numbers_and_names()
    {
        using var net = new Net();
        Assert.Equal(
            [
                "gain", "level", "first.weight", "first.bias", "list.0.weight", "list.0.bias", "list.1.weight", "list.1.bias", "chain.conv.weight",
                "chain.norm.weight", "chain.norm.bias", "chain.norm.running_mean", "chain.norm.running_var", "chain.norm.num_batches_tracked",
            ],
            net.state_dict().Keys);
        Assert.Equal(["first", "list", "chain", "list.0", "list.1", "chain.conv", "chain.norm"], net.named_modules().Select(m => m.name));
        Assert.Equal(10, net.parameters().Count());
        Assert.NotNull(net.get_parameter("chain.conv.weight"));
        Assert.Null(net.get_buffer("nothing"));
    }

    [Fact]
    public void A_state_goes_from_one_module_to_another()
    {
        using var one = new Net();
        using var other = new Net();
        var (missing, unexpected) = other.load_state_dict(one.state_dict());
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        Assert.All(one.state_dict().Zip(other.state_dict()), pair => Assert.True(pair.First.Value.equal(pair.Second.Value)));
        Assert.All(other.parameters(), p => Assert.True(p.is_leaf && p.requires_grad));
    }

    [Fact]
    public void A_state_that_does_not_fit_is_refused_and_changes_nothing()
    {
        using var net = new Net();
        using var wrong = zeros(7);
        var state = net.state_dict();
        state.Remove("gain");
        state["odd"] = wrong;
        var fault = Assert.Throws<InvalidOperationException>(() => net.load_state_dict(state));
        Assert.Contains("gain", fault.Message, StringComparison.Ordinal);
        Assert.Contains("odd", fault.Message, StringComparison.Ordinal);
        var (missing, unexpected) = net.load_state_dict(state, strict: false);
        Assert.Equal(["gain"], missing);
        Assert.Equal(["odd"], unexpected);
        state = net.state_dict();
        state["first.bias"] = wrong;
        Assert.Throws<InvalidOperationException>(() => net.load_state_dict(state));
    }

    [Fact]
    public void Conversion_keeps_the_objects_and_lets_counters_be()
    {
        using var net = new Net();
        var before = net.parameters().ToArray();
        Assert.Same(net, net.to(float64));
        Assert.Equal(before, net.parameters(), ReferenceEqualityComparer.Instance);
        Assert.All(net.parameters(), p => Assert.Equal(float64, p.dtype));
        Assert.Equal(int64, net.get_buffer("chain.norm.num_batches_tracked")!.dtype);
        net.to(CPU);
    }

    [Fact]
    public void Training_reaches_all_parts_and_freezing_too()
    {
        using var net = new Net();
        net.eval();
        Assert.All(net.modules(), m => Assert.False(m.training));
        net.train();
        Assert.All(net.modules(), m => Assert.True(m.training));
        net.requires_grad_(false);
        Assert.All(net.parameters(), p => Assert.False(p.requires_grad));
    }

    [Fact]
    public void A_name_is_given_once()
    {
        using var net = new Net();
        using var again = nn.Linear(1, 1);
        Assert.Throws<InvalidOperationException>(() => net.register_module("first", again));
        Assert.Throws<ArgumentException>(() => net.register_module("a.b", again));
    }

    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter gain = nn.Parameter(ones(1));
        private readonly Tensor level = zeros(1);
        private readonly Linear first = nn.Linear(2, 3);
        private readonly ModuleList<Linear> list = nn.ModuleList(nn.Linear(3, 3), nn.Linear(3, 3));
        private readonly Sequential chain = nn.Sequential(("conv", nn.Conv2d(1, 2, 1, bias: false)), ("norm", nn.BatchNorm2d(2)));

        public Net()
            : base(nameof(Net)) => RegisterComponents();

        public override Tensor forward(Tensor input) => list.Aggregate(first.call(input), (x, layer) => layer.call(x)) * gain + level;
    }
}
