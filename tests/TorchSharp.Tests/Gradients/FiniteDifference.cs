using static TorchSharp.torch;

namespace TorchSharp.Tests.Gradients;

/// <summary>Gradients by central differences in double precision.</summary>
internal static class FiniteDifference
{
    private const double Step = 1e-6;
    private const double Tolerance = 2e-7;

    internal static void Check(GradientCase operation)
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var inputs = operation.Shapes.Select(s => Input(s, operation.Positive)).ToArray();
        var result = operation.Apply(inputs);
        var weights = rand(result.shape, float64);
        (result * weights).sum().backward();
        for (var i = 0; i < inputs.Length; i++)
        {
            var expected = Differences(operation.Apply, inputs, i, weights);
            var actual = inputs[i].grad ?? zeros_like(inputs[i]);
            var error = (expected - actual).abs().max().item<double>();
            Assert.True(error < Tolerance * Math.Max(1, expected.abs().max().item<double>()), $"input {i} of {operation.Export}: off by {error}");
        }
    }

    /// <summary>Away from 0, 1 and each other, so that no step crosses a kink.</summary>
    private static Tensor Input(long[] shape, bool positive)
    {
        var size = (rand(shape, float64) * 0.6) + 0.2;
        return (positive ? size : size * ((rand(shape, float64) > 0.5).to(float64) * 2 - 1)).requires_grad_();
    }

    private static Tensor Differences(Func<Tensor[], Tensor> apply, Tensor[] inputs, int index, Tensor weights)
    {
        using var _ = no_grad();
        var differences = zeros_like(inputs[index]);
        var (values, slopes) = (inputs[index].data<double>(), differences.data<double>());
        for (var i = 0L; i < values.Count; i++)
        {
            using var scope = NewDisposeScope();
            var value = At(i);
            SetAt(i, value + Step);
            var above = (apply(inputs) * weights).sum().item<double>();
            SetAt(i, value - Step);
            var below = (apply(inputs) * weights).sum().item<double>();
            SetAt(i, value);
            var one = new[] { (above - below) / (2 * Step) };
            slopes.CopyFrom(one, 0, i);
        }

        return differences;

        double At(long i)
        {
            var one = new double[1];
            values.CopyTo(one, 0, i);
            return one[0];
        }

        void SetAt(long i, double value) => values.CopyFrom([value], 0, i);
    }
}
