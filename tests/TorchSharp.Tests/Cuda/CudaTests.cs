using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Cuda;

/// <summary>Skipped where there is no GPU.</summary>
public sealed class CudaTests
{
    [SkippableFact]
    public void A_tensor_comes_back_from_the_GPU_as_it_went()
    {
        Skip.IfNot(cuda.is_available(), "no CUDA device");
        using var scope = NewDisposeScope();
        var here = rand(3, 5, 7);
        var there = here.cuda();
        Assert.Equal(DeviceType.CUDA, there.device.type);
        Assert.Equal(here.data<float>().ToArray(), there.cpu().data<float>().ToArray());
        Assert.True(cuda.device_count() >= 1);
    }

    [SkippableTheory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(0.1, false)]
    [InlineData(0.1, true)]
    public void Steps_of_Adam_are_those_of_the_CPU(double decay, bool isDecoupled)
    {
        Skip.IfNot(cuda.is_available(), "no CUDA device");
        Assert.Equal(Steps(CPU, decay, isDecoupled), Steps(CUDA, decay, isDecoupled), (a, b) => Math.Abs(a - b) <= 1e-5f);
    }

    [SkippableFact]
    public void A_network_has_the_gradients_of_the_CPU()
    {
        Skip.IfNot(cuda.is_available(), "no CUDA device");
        var (here, there) = (Gradients(CPU), Gradients(CUDA));
        Assert.Equal(here.Length, there.Length);
        var distance = Math.Sqrt(here.Zip(there).Sum(p => Math.Pow(p.First - p.Second, 2)));
        // Convolutions multiply in TF32 there, with ten bits behind the point.
        Assert.InRange(distance / Math.Sqrt(here.Sum(g => g * (double)g)), 0, 0.01);
    }

    [SkippableFact]
    public void A_generator_of_the_GPU_repeats_itself()
    {
        Skip.IfNot(cuda.is_available(), "no CUDA device");
        using var scope = NewDisposeScope();
        float[] Draw()
        {
            using var generator = new Generator(7, CUDA);
            return rand([100], device: CUDA, generator: generator).cpu().data<float>().ToArray();
        }

        Assert.Equal(Draw(), Draw());
    }

    /// <summary>Two parameters, one of which joins a step later, so that they are never at the same step.</summary>
    private static float[] Steps(Device device, double decay, bool isDecoupled)
    {
        using var scope = NewDisposeScope();
        Parameter[] parameters = [new(linspace(-1, 1, 12).to(device)), new(linspace(0, 2, 5).to(device))];
        using var optimiser = isDecoupled ? optim.AdamW(parameters, 0.05, weight_decay: decay) : (OptimizerHelper)optim.Adam(parameters, 0.05, weight_decay: decay);
        for (var step = 0; step < 6; step++)
        {
            optimiser.zero_grad();
            (step == 0 ? parameters[0].square().sum() : parameters[0].pow(3).sum() + parameters[1].cos().sum()).backward();
            optimiser.step();
        }

        return [.. parameters.SelectMany(p => p.detach().cpu().data<float>().ToArray())];
    }

    private static float[] Gradients(Device device)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var first = nn.Conv2d(2, 16, 3, padding: 1);
        using var norm = nn.GroupNorm(4, 16);
        using var up = nn.ConvTranspose2d(16, 3, 4, stride: 2, padding: 1);
        var input = rand(2, 2, 16, 16);
        first.to(device);
        norm.to(device);
        up.to(device);
        up.call(nn.functional.leaky_relu(norm.call(first.call(input.to(device))))).square().mean().backward();
        return [.. new[] { first.weight!, norm.weight!, up.weight! }.SelectMany(w => w.grad!.cpu().data<float>().ToArray())];
    }
}
