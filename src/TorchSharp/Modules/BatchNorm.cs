using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Ioffe and Szegedy (2015): each channel of a batch has mean 0 and variance 1 before scale and shift.</summary>
public abstract class BatchNorm : nn.Module<Tensor, Tensor>
{
    private readonly long _dimensions;
    private readonly double _eps;
    private readonly double _momentum;

    private protected BatchNorm(
        string name, long dimensions, long features, double eps, double momentum, bool affine, bool track, Device? device, ScalarType? dtype)
        : base(name)
    {
        (_dimensions, _eps, _momentum) = (dimensions, eps, momentum);
        if (affine)
        {
            weight = new Parameter(ones([features], dtype, device));
            bias = new Parameter(zeros([features], dtype, device));
            register_parameter(nameof(weight), weight);
            register_parameter(nameof(bias), bias);
        }

        if (track)
        {
            running_mean = zeros([features], dtype, device);
            running_var = ones([features], dtype, device);
            num_batches_tracked = tensor(0L, device);
            register_buffer(nameof(running_mean), running_mean);
            register_buffer(nameof(running_var), running_var);
            register_buffer(nameof(num_batches_tracked), num_batches_tracked);
        }
    }

    public Parameter? weight { get; }

    public Parameter? bias { get; }

    public Tensor? running_mean { get; }

    public Tensor? running_var { get; }

    public Tensor? num_batches_tracked { get; }

    public override Tensor forward(Tensor input)
    {
        if (input.ndim != _dimensions)
        {
            throw new ArgumentException($"{GetName()} takes {_dimensions} dimensions, the input has {input.ndim}", nameof(input));
        }

        if (training)
        {
            num_batches_tracked?.add_(1);
        }

        return nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training || running_mean is null, _momentum, _eps);
    }
}
