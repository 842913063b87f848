using System.Collections.Immutable;
using DiagCodec.Imaging.Faults;
using DiagCodec.LearnedCodecs.Files;
using DiagCodec.LearnedCodecs.Models;
using DiagCodec.LearnedCodecs.Tests.Support;
using DiagCodec.Networks.State;
using DiagCodec.Networks.Weights;

namespace DiagCodec.LearnedCodecs.Tests.Files;

/// <summary>Files with the names of CompressAI's checkpoints, put together by hand.</summary>
public sealed class CodecWeightsTests
{
    [Theory]
    [InlineData(CodecShape.MeanScale, "_matrix", "_bias", "_factor", "")]
    [InlineData(CodecShape.MeanScale, "_matrices.", "_biases.", "_factors.", "module.")]
    [InlineData(CodecShape.Cheng, "matrices.", "biases.", "factors.", "")]
    public void Checkpoints_of_all_releases_load_by_name(string codec, string matrix, string bias, string factor, string wrapper)
    {
        using var folder = new TempFolder();
        using var source = new CodecShape(codec, 3, 8, 8).Create();
        var tensors = ModuleState.Tensors(source, "", ElementType.Float32).Select(t => t with
        {
            Name = wrapper + t.Name.Replace("._matrix", "." + matrix, StringComparison.Ordinal).Replace("._bias", "." + bias, StringComparison.Ordinal)
                .Replace("._factor", "." + factor, StringComparison.Ordinal).Replace(".skip.", wrapper.Length > 0 ? ".downsample." : ".skip.", StringComparison.Ordinal),
        });
        Write(folder["w.safetensors"], [.. tensors, .. Buffers(codec, wrapper)]);
        using var target = new CodecShape(codec, 3, 8, 8).Create();
        using var file = SafetensorsReader.Open(folder["w.safetensors"]);
        CodecWeights.Load(target, file, CancellationToken.None);
        Assert.All(source.named_parameters().Zip(target.named_parameters()), p => Assert.Equal(p.First.parameter.data<float>().ToArray(), p.Second.parameter.data<float>().ToArray()));
    }

    [Theory]
    [InlineData(
        CodecShape.MeanScale,
        "g_a.0.weight g_a.0.bias g_a.1.beta g_a.1.gamma g_a.6.weight g_s.0.weight g_s.5.beta h_a.0.weight h_a.4.bias h_s.0.weight h_s.4.weight "
        + "entropy_bottleneck._matrix0 entropy_bottleneck._bias4 entropy_bottleneck._factor3 entropy_bottleneck.quantiles")]
    [InlineData(
        CodecShape.Cheng,
        "g_a.0.conv1.weight g_a.0.gdn.beta g_a.0.skip.bias g_a.1.conv2.weight g_a.6.weight g_s.1.subpel_conv.0.weight g_s.1.conv.bias g_s.1.igdn.gamma "
        + "g_s.1.upsample.0.weight g_s.7.0.weight h_a.8.weight h_s.2.0.weight h_s.8.bias context_prediction.weight entropy_parameters.4.bias")]
    public void The_names_are_CompressAIs(string codec, string names)
    {
        using var network = new CodecShape(codec, 3, 8, 8).Create();
        Assert.Subset(network.state_dict().Keys.ToHashSet(), names.Split(' ').ToHashSet());
    }

    [Fact]
    public void Missing_unexpected_and_misshapen_tensors_are_told()
    {
        using var folder = new TempFolder();
        using var source = new CodecShape(CodecShape.MeanScale, 3, 8, 8).Create();
        var tensors = ModuleState.Tensors(source, "", ElementType.Float32);
        Write(folder["w.safetensors"], [.. tensors.Where(t => t.Name != "g_a.0.bias"), NewTensor.OfFloats("extra.weight", [2], new float[2])]);
        using var one = new CodecShape(CodecShape.MeanScale, 1, 8, 8).Create();
        using var file = SafetensorsReader.Open(folder["w.safetensors"]);
        var fault = Assert.Throws<InvalidInputException>(() => CodecWeights.Load(one, file, CancellationToken.None));
        Assert.Contains("'g_a.0.bias' is missing (expected F32 [8])", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'extra.weight' is not expected", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'g_a.0.weight': expected F32 [8, 1, 5, 5], found F32 [8, 3, 5, 5]", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_parameter_under_two_names_is_told()
    {
        using var folder = new TempFolder();
        using var source = new CodecShape(CodecShape.MeanScale, 3, 8, 8).Create();
        var tensors = ModuleState.Tensors(source, "", ElementType.Float32);
        Write(folder["w.safetensors"], [.. tensors, tensors.First(t => t.Name == "entropy_bottleneck._bias0") with { Name = "entropy_bottleneck.biases.0" }]);
        using var file = SafetensorsReader.Open(folder["w.safetensors"]);
        var fault = Assert.Throws<InvalidInputException>(() => CodecWeights.Load(source, file, CancellationToken.None));
        Assert.Contains("two tensors for one name", fault.Message, StringComparison.Ordinal);
    }

    /// <summary>What a checkpoint has beside its parameters.</summary>
    private static IEnumerable<NewTensor> Buffers(string codec, string wrapper)
    {
        string[] gdn = codec == CodecShape.Cheng ? ["g_a.0.gdn", "g_s.1.igdn"] : ["g_a.1", "g_s.1"];
        string[] names =
        [
            .. gdn.SelectMany(g => new[] { g + ".beta_reparam.pedestal", g + ".beta_reparam.lower_bound.bound", g + ".gamma_reparam.pedestal", g + ".gamma_reparam.lower_bound.bound" }),
            "entropy_bottleneck.target", "entropy_bottleneck.likelihood_lower_bound.bound", "gaussian_conditional.scale_table", "gaussian_conditional.scale_bound",
            "gaussian_conditional.lower_bound_scale.bound", "gaussian_conditional.likelihood_lower_bound.bound", .. codec == CodecShape.Cheng ? ["context_prediction.mask"] : Array.Empty<string>(),
        ];
        string[] integers =
        [
            "entropy_bottleneck._offset", "entropy_bottleneck._quantized_cdf", "entropy_bottleneck._cdf_length", "gaussian_conditional._offset",
            "gaussian_conditional._quantized_cdf", "gaussian_conditional._cdf_length",
        ];
        return names.Select(n => NewTensor.OfFloats(wrapper + n, [1], new float[1]))
            .Concat(integers.Select(n => new NewTensor(wrapper + n, ElementType.Int32, [2], () => new byte[8])));
    }

    private static void Write(string path, ImmutableArray<NewTensor> tensors) => SafetensorsWriter.Write(path, tensors, ImmutableSortedDictionary<string, string>.Empty, overwrite: true, CancellationToken.None);
}
