namespace TorchSharp.Modules;

/// <summary>Settings of a group of parameters; null takes the optimiser's own.</summary>
public abstract class OptimizerOptions
{
    public double? LearningRate { get; set; }

    public double? InitialLearningRate { get; set; }

    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(LearningRate!.Value);
        writer.Write(InitialLearningRate!.Value);
    }

    public virtual void LoadStateDict(BinaryReader reader)
    {
        LearningRate = reader.ReadDouble();
        InitialLearningRate = reader.ReadDouble();
    }

    public virtual void LoadStateDict(OptimizerOptions source)
    {
        LearningRate = source.LearningRate;
        InitialLearningRate = source.InitialLearningRate;
    }
}
