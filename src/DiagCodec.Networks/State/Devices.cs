using DiagCodec.Imaging.Faults;
using TorchSharp;

namespace DiagCodec.Networks.State;

/// <summary>Where networks run, by the words of the command line.</summary>
public static class Devices
{
    /// <param name="name">cpu, or cuda.</param>
    /// <exception cref="ToolException">libtorch has no CUDA, or there is no such device.</exception>
    public static torch.Device Open(string name) => name switch
    {
        "cpu" => torch.CPU,
        "cuda" => torch.cuda.is_available()
            ? torch.CUDA
            : throw new ToolException("--device cuda: this libtorch finds no CUDA device; use --device cpu"),
        _ => throw new UsageException($"--device {name}: expected cpu or cuda"),
    };
}
