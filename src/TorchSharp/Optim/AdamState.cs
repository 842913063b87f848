using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam's running means of one parameter's gradient.</summary>
public class AdamState : OptimizerState
{
    private protected AdamState(Parameter parameter, bool amsgrad)
    {
        exp_avg = StateTensor.Zeros(parameter);
        exp_avg_sq = StateTensor.Zeros(parameter);
        max_exp_avg_sq = amsgrad ? StateTensor.Zeros(parameter) : null;
    }

    /// <summary>Steps that changed the parameter.</summary>
    public long step { get; internal set; }

    /// <summary>Of the gradient.</summary>
    public Tensor exp_avg { get; private set; }

    /// <summary>Of its square.</summary>
    public Tensor exp_avg_sq { get; private set; }

    /// <summary>The largest so far; null without AMSGrad.</summary>
    public Tensor? max_exp_avg_sq { get; private set; }

    public override void to(Device device)
    {
        exp_avg = StateTensor.Moved(exp_avg, device);
        exp_avg_sq = StateTensor.Moved(exp_avg_sq, device);
        max_exp_avg_sq = max_exp_avg_sq is null ? null : StateTensor.Moved(max_exp_avg_sq, device);
    }

    public override void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(step);
        StateTensor.Write(writer, exp_avg);
        StateTensor.Write(writer, exp_avg_sq);
        if (max_exp_avg_sq is not null)
        {
            StateTensor.Write(writer, max_exp_avg_sq);
        }
    }

    public override void LoadStateDict(BinaryReader reader)
    {
        step = reader.ReadInt64();
        StateTensor.Read(reader, exp_avg);
        StateTensor.Read(reader, exp_avg_sq);
        if (max_exp_avg_sq is not null)
        {
            StateTensor.Read(reader, max_exp_avg_sq);
        }
    }

    public override void LoadStateDict(OptimizerState source)
    {
        var from = (AdamState)source;
        step = from.step;
        StateTensor.Copy(from.exp_avg, exp_avg);
        StateTensor.Copy(from.exp_avg_sq, exp_avg_sq);
        if (max_exp_avg_sq is not null && from.max_exp_avg_sq is not null)
        {
            StateTensor.Copy(from.max_exp_avg_sq, max_exp_avg_sq);
        }
    }

    protected override void Dispose(bool disposing)
    {
        exp_avg.Dispose();
        exp_avg_sq.Dispose();
        max_exp_avg_sq?.Dispose();
    }
}
