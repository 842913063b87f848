using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>SGD's momentum of one parameter.</summary>
public class SGDState : OptimizerState
{
    private protected SGDState(Parameter parameter) => momentum_buffer = StateTensor.Zeros(parameter);

    public Tensor momentum_buffer { get; private set; }

    /// <summary>Whether the buffer holds a gradient yet.</summary>
    internal bool Started { get; set; }

    public override void to(Device device) => momentum_buffer = StateTensor.Moved(momentum_buffer, device);

    public override void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(Started);
        StateTensor.Write(writer, momentum_buffer);
    }

    public override void LoadStateDict(BinaryReader reader)
    {
        Started = reader.ReadBoolean();
        StateTensor.Read(reader, momentum_buffer);
    }

    public override void LoadStateDict(OptimizerState source)
    {
        var from = (SGDState)source;
        Started = from.Started;
        StateTensor.Copy(from.momentum_buffer, momentum_buffer);
    }

    protected override void Dispose(bool disposing) => momentum_buffer.Dispose();
}
