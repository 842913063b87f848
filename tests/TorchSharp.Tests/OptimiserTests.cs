using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests;

public class OptimiserTests
{
    private const double Rate = 0.1;

    [Fact]
    public void Two_steps_of_Adam_by_hand()
    {
        using var parameter = Start();
        using var optimiser = optim.Adam([parameter], Rate, beta1: 0.8, beta2: 0.9, eps: 0.01, weight_decay: 0.5);
        var (value, mean, square) = (2.0, 0.0, 0.0);
        for (var step = 1; step <= 2; step++)
        {
            var gradient = Gradient(parameter, 3) + (0.5 * value);
            optimiser.step();
            mean = (0.8 * mean) + (0.2 * gradient);
            square = (0.9 * square) + (0.1 * gradient * gradient);
            value -= Rate * (mean / (1 - Math.Pow(0.8, step))) / (Math.Sqrt(square / (1 - Math.Pow(0.9, step))) + 0.01);
            Assert.Equal(value, parameter.item<double>(), 12);
        }
    }

    [Fact]
    public void Two_steps_of_AdamW_by_hand()
    {
        using var parameter = Start();
        using var optimiser = optim.AdamW([parameter], Rate, beta1: 0.8, beta2: 0.9, eps: 0.01, weight_decay: 0.5);
        var (value, mean, square) = (2.0, 0.0, 0.0);
        for (var step = 1; step <= 2; step++)
        {
            var gradient = Gradient(parameter, 3);
            optimiser.step();
            mean = (0.8 * mean) + (0.2 * gradient);
            square = (0.9 * square) + (0.1 * gradient * gradient);
            value *= 1 - (Rate * 0.5);
            value -= Rate * (mean / (1 - Math.Pow(0.8, step))) / (Math.Sqrt(square / (1 - Math.Pow(0.9, step))) + 0.01);
            Assert.Equal(value, parameter.item<double>(), 12);
        }
    }

    [Fact]
    public void AmsGrad_divides_by_the_largest_square_so_far()
    {
        using var parameter = Start();
        using var optimiser = optim.Adam([parameter], Rate, beta1: 0, beta2: 0.5, eps: 0, amsgrad: true);
        Gradient(parameter, 4);
        optimiser.step();
        var afterFirst = parameter.item<double>();
        Assert.Equal(2 - Rate, afterFirst, 12);
        Gradient(parameter, 1);
        optimiser.step();

        // The running square fell from 8 to 4.5, the largest stays 8; its correction is 1 - 0.25.
        Assert.Equal(afterFirst - (Rate * 1 / Math.Sqrt(8 / 0.75)), parameter.item<double>(), 12);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Three_steps_of_momentum_by_hand(bool nesterov)
    {
        using var parameter = Start();
        using var optimiser = optim.SGD([parameter], Rate, momentum: 0.9, weight_decay: 0.5, nesterov: nesterov);
        var (value, buffer) = (2.0, 0.0);
        for (var step = 0; step < 3; step++)
        {
            var gradient = Gradient(parameter, 3) + (0.5 * value);
            optimiser.step();
            buffer = step == 0 ? gradient : (0.9 * buffer) + gradient;
            value -= Rate * (nesterov ? gradient + (0.9 * buffer) : buffer);
            Assert.Equal(value, parameter.item<double>(), 12);
        }
    }

    [Fact]
    public void A_parameter_without_a_gradient_stays_and_its_steps_are_not_counted()
    {
        using var used = Start();
        using var unused = Start();
        using var optimiser = optim.Adam([used, unused], Rate);
        Gradient(used, 1);
        optimiser.step();
        Assert.Equal(2.0, unused.item<double>());
        Assert.Equal([1L, 0L], optimiser.state_dict().State.Select(s => ((Adam.State)s).step));
    }

    [Fact]
    public void Groups_have_rates_of_their_own_that_can_be_set()
    {
        using var slow = Start();
        using var fast = Start();
        using var optimiser = optim.SGD([new SGD.ParamGroup { Parameters = [slow] }, new SGD.ParamGroup([fast], lr: 1.0)], 0.5);
        Assert.Equal([0.5, 1.0], optimiser.ParamGroups.Select(g => g.LearningRate));
        optimiser.ParamGroups.First().LearningRate = 0.25;
        Gradient(slow, 1);
        Gradient(fast, 1);
        optimiser.step();
        Assert.Equal(1.75, slow.item<double>());
        Assert.Equal(1.0, fast.item<double>());
    }

    [Theory]
    [InlineData("Adam")]
    [InlineData("AdamW")]
    [InlineData("SGD")]
    public void Training_goes_on_bit_by_bit_from_a_saved_state(string kind)
    {
        using var straight = nn.Linear(5, 3);
        using var resumed = nn.Linear(5, 3);
        using var first = Make(kind, straight);
        Train(straight, first, 0, 7);
        using var saved = new MemoryStream();
        first.save_state_dict(new BinaryWriter(saved));
        resumed.load_state_dict(straight.state_dict());
        Train(straight, first, 7, 5);

        using var second = Make(kind, resumed);
        saved.Position = 0;
        second.load_state_dict(new BinaryReader(saved));
        Train(resumed, second, 7, 5);
        foreach (var (one, other) in straight.parameters().Zip(resumed.parameters()))
        {
            Assert.True(one.bytes.SequenceEqual(other.bytes));
        }
    }

    [Fact]
    public void A_state_of_another_kind_or_size_or_cut_short_is_refused()
    {
        using var net = nn.Linear(5, 3);
        using var adam = optim.Adam(net.parameters());
        using var other = optim.SGD(net.parameters(), 0.1);
        using var smaller = optim.Adam([net.weight]);
        using var saved = new MemoryStream();
        adam.save_state_dict(new BinaryWriter(saved));
        saved.Position = 0;
        Assert.Throws<InvalidDataException>(() => other.load_state_dict(new BinaryReader(saved)));
        saved.Position = 0;
        Assert.Throws<ArgumentException>(() => smaller.load_state_dict(new BinaryReader(saved)));
        saved.SetLength(saved.Length - 3);
        saved.Position = 0;
        Assert.Throws<InvalidDataException>(() => adam.load_state_dict(new BinaryReader(saved)));
    }

    [Fact]
    public void Clipping_scales_all_gradients_together()
    {
        using var one = Start();
        using var two = Start();
        Gradient(one, 3);
        Gradient(two, 4);
        Assert.Equal(5, nn.utils.clip_grad_norm_([one, two], 1.0), 9);
        using var scope = NewDisposeScope();
        Assert.Equal(0.6, one.grad!.item<double>(), 5);
        Assert.Equal(0.8, two.grad!.item<double>(), 5);
        Assert.Equal(1, nn.utils.clip_grad_norm_([one, two], 10.0), 5);
        Assert.Equal(0.8, two.grad!.item<double>(), 5);
    }

    [Fact]
    public void Schedules_set_the_rate()
    {
        using var parameter = Start();
        using var optimiser = optim.SGD([parameter], 1.0);
        var steps = optim.lr_scheduler.StepLR(optimiser, 2, 0.5);
        var rates = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            rates.AddRange(steps.get_last_lr());
            steps.step();
        }

        Assert.Equal([1, 1, 0.5, 0.5, 0.25], rates);
        optimiser.ParamGroups.Single().LearningRate = 1;
        var plateau = optim.lr_scheduler.ReduceLROnPlateau(optimiser, factor: 0.5, patience: 1);
        foreach (var loss in new[] { 3.0, 2.0, 2.0, 2.0, 2.0 })
        {
            plateau.step(loss);
        }

        Assert.Equal(0.5, plateau.get_last_lr().Single());
    }

    private static Parameter Start() => nn.Parameter(tensor(2.0));

    private static double Gradient(Parameter parameter, double value)
    {
        using var gradient = tensor(value);
        parameter.grad = gradient.clone();
        return value;
    }

    private static OptimizerHelper Make(string kind, nn.Module net) => kind switch
    {
        "Adam" => optim.Adam(net.parameters(), 0.05, amsgrad: true),
        "AdamW" => optim.AdamW(net.parameters(), 0.05, weight_decay: 0.1),
        _ => optim.SGD(net.parameters(), 0.05, momentum: 0.9),
    };

    private static void Train(Linear net, optim.Optimizer optimiser, int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            using var scope = NewDisposeScope();
            manual_seed(i);
            optimiser.zero_grad();
            net.call(randn(4, 5)).square().sum().backward();
            optimiser.step();
        }
    }
}
