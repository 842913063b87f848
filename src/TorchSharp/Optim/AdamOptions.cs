namespace TorchSharp.Modules;

/// <summary>Settings of Adam and AdamW; null takes the optimiser's own.</summary>
public class AdamOptions : OptimizerOptions
{
    public double? beta1 { get; set; }

    public double? beta2 { get; set; }

    public double? eps { get; set; }

    public double? weight_decay { get; set; }

    public bool? amsgrad { get; set; }

    public bool? maximize { get; set; }

    public override void SaveStateDict(BinaryWriter writer)
    {
        base.SaveStateDict(writer);
        writer.Write(beta1!.Value);
        writer.Write(beta2!.Value);
        writer.Write(eps!.Value);
        writer.Write(weight_decay!.Value);
        writer.Write(amsgrad!.Value);
        writer.Write(maximize!.Value);
    }

    public override void LoadStateDict(BinaryReader reader)
    {
        base.LoadStateDict(reader);
        beta1 = reader.ReadDouble();
        beta2 = reader.ReadDouble();
        eps = reader.ReadDouble();
        weight_decay = reader.ReadDouble();
        amsgrad = reader.ReadBoolean();
        maximize = reader.ReadBoolean();
    }

    public override void LoadStateDict(OptimizerOptions source)
    {
        base.LoadStateDict(source);
        var from = (AdamOptions)source;
        (beta1, beta2, eps, weight_decay, amsgrad, maximize) = (from.beta1, from.beta2, from.eps, from.weight_decay, from.amsgrad, from.maximize);
    }

    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    internal void Complete(AdamOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        InitialLearningRate ??= LearningRate;
        beta1 ??= defaults.beta1;
        beta2 ??= defaults.beta2;
        eps ??= defaults.eps;
        weight_decay ??= defaults.weight_decay;
        amsgrad ??= defaults.amsgrad;
        maximize ??= defaults.maximize;
        Check(LearningRate >= 0, nameof(LearningRate), LearningRate);
        Check(beta1 is >= 0 and < 1, nameof(beta1), beta1);
        Check(beta2 is >= 0 and < 1, nameof(beta2), beta2);
        Check(eps >= 0, nameof(eps), eps);
        Check(weight_decay >= 0, nameof(weight_decay), weight_decay);
    }

    private static void Check(bool good, string name, double? value)
    {
        if (!good)
        {
            throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name} cannot be {value}"));
        }
    }
}
