namespace TorchSharp.Modules;

/// <summary>Settings of SGD; null takes the optimiser's own.</summary>
public class SGDOptions : OptimizerOptions
{
    public double? momentum { get; set; }

    public double? dampening { get; set; }

    public double? weight_decay { get; set; }

    public bool? nesterov { get; set; }

    public bool? maximize { get; set; }

    public override void SaveStateDict(BinaryWriter writer)
    {
        base.SaveStateDict(writer);
        writer.Write(momentum!.Value);
        writer.Write(dampening!.Value);
        writer.Write(weight_decay!.Value);
        writer.Write(nesterov!.Value);
        writer.Write(maximize!.Value);
    }

    public override void LoadStateDict(BinaryReader reader)
    {
        base.LoadStateDict(reader);
        momentum = reader.ReadDouble();
        dampening = reader.ReadDouble();
        weight_decay = reader.ReadDouble();
        nesterov = reader.ReadBoolean();
        maximize = reader.ReadBoolean();
    }

    public override void LoadStateDict(OptimizerOptions source)
    {
        base.LoadStateDict(source);
        var from = (SGDOptions)source;
        (momentum, dampening, weight_decay, nesterov, maximize) = (from.momentum, from.dampening, from.weight_decay, from.nesterov, from.maximize);
    }

    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    internal void Complete(SGDOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        InitialLearningRate ??= LearningRate;
        momentum ??= defaults.momentum;
        dampening ??= defaults.dampening;
        weight_decay ??= defaults.weight_decay;
        nesterov ??= defaults.nesterov;
        maximize ??= defaults.maximize;
        if (LearningRate < 0 || momentum < 0 || weight_decay < 0)
        {
            throw new ArgumentException("learning rate, momentum and weight decay cannot be negative");
        }

        if (nesterov == true && (momentum == 0 || dampening != 0))
        {
            throw new ArgumentException("Nesterov's momentum needs a momentum and no dampening");
        }
    }
}
