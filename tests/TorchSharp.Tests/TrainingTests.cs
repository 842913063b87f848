using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class TrainingTests
{
    [Fact]
    public void A_small_network_learns_to_tell_bright_from_dark()
    {
        manual_seed(1);
        using var net = new SmallNet();
        using var optimiser = optim.Adam(net.parameters(), lr: 0.01, beta2: 0.999);
        var first = 0f;
        var last = 0f;
        for (var i = 0; i < 60; i++)
        {
            using var scope = NewDisposeScope();
            var images = rand(4, 1, 8, 8);
            var classes = images.gt(0.5).squeeze(1).to(int64);
            optimiser.zero_grad();
            var loss = nn.functional.cross_entropy(net.call(images), classes);
            loss.backward();
            optimiser.step();
            last = loss.item<float>();
            first = i == 0 ? last : first;
        }

        Assert.True(last < first / 2, $"{first} to {last}");
    }

    [Fact]
    public void Names_in_the_state_are_those_of_PyTorch()
    {
        using var net = new SmallNet();
        Assert.Equal(
            ["first.weight", "first.bias", "norm.weight", "norm.bias", "last.weight", "last.bias"],
            net.state_dict().Keys);
    }

    private sealed class SmallNet : nn.Module<Tensor, Tensor>
    {
        [ComponentName(Name = "first")]
        private readonly Conv2d _first = nn.Conv2d(1, 8, 3, padding: 1);

        [ComponentName(Name = "norm")]
        private readonly GroupNorm _norm = nn.GroupNorm(2, 8);

        [ComponentName(Name = "last")]
        private readonly Conv2d _last = nn.Conv2d(8, 2, 1);

        public SmallNet()
            : base(nameof(SmallNet)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            return _last.call(nn.functional.leaky_relu(_norm.call(_first.call(input)))).MoveToOuterDisposeScope();
        }
    }
}
