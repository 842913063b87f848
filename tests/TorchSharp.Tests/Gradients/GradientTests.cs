using TorchSharp.Interop;

namespace TorchSharp.Tests.Gradients;

public class GradientTests
{
    private static readonly GradientCase[] Table = [.. PointwiseCases.All, .. ReductionCases.All, .. ShapeCases.All, .. LayerCases.All];

    /// <summary>Exports whose results have no gradient: properties, comparisons, indices, new tensors, random numbers, switches.</summary>
    private static readonly string[] WithoutGradient =
    [
        "dimensions", "elements", "dtype", "element_size", "device_type", "device_index", "is_contiguous", "sizes", "strides", "data", "item",
        "from_host", "detach", "dispose", "last_error", "live_tensors", "set_threads", "get_threads", "set_interop_threads", "get_interop_threads",
        "cuda_available", "cuda_devices", "empty", "full", "zeros", "ones", "empty_like", "full_like", "arange", "linspace", "eye", "manual_seed",
        "generator", "default_generator", "dispose_generator", "generator_seed", "generator_initial_seed", "generator_state", "set_generator_state",
        "random_uniform", "random_normal", "random_integers", "random_permutation", "bernoulli", "multinomial", "uniform_", "normal_", "bernoulli_",
        "floor_divide", "eq", "ne", "lt", "le", "gt", "ge", "eq_number", "ne_number", "lt_number", "le_number", "gt_number", "ge_number", "logical_and",
        "logical_or", "logical_xor", "logical_not", "bitwise_and", "bitwise_or", "bitwise_xor", "bitwise_not", "isnan", "isinf", "isfinite", "allclose",
        "equal", "argmax", "argmax_dim", "argmin", "argmin_dim", "any", "any_dim", "all", "all_dim", "count_nonzero", "argsort", "bincount", "histc",
        "nonzero", "one_hot", "requires_grad", "is_leaf", "set_requires_grad", "retain_grad", "backward", "has_grad", "grad", "set_grad", "zero_grads",
        "gradients", "grad_enabled", "set_grad_enabled", "inference_enabled", "inference_begin", "inference_end", "set_data", "adam_step", "sgd_step",
        "clip_grad_norm",
    ];

    public static TheoryData<string> Names => [.. Table.Select(c => c.Export)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_agree_with_central_differences(string export) => FiniteDifference.Check(Table.Single(c => c.Export == export));

    [Fact]
    public void Every_export_is_in_the_table_or_has_no_gradient()
    {
        const string prefix = "ts_";
        var exports = typeof(Shim).GetMethods(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)
            .Where(m => m.Name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(m => m.Name[prefix.Length..]);
        Assert.Equal(exports.Order(StringComparer.Ordinal), Table.Select(c => c.Export).Concat(WithoutGradient).Order(StringComparer.Ordinal));
    }
}
