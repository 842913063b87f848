namespace TorchSharp.Modules;

/// <summary>Parameters that share their settings.</summary>
public class ParamGroup : torch.optim.ILearningRateController
{
    public ParamGroup(
        IEnumerable<Parameter> parameters, OptimizerOptions? options = null) =>
        (Parameters, Options) = (parameters.ToArray(), options!);

    public IEnumerable<Parameter> Parameters { get; set; }

    /// <summary>What is left open is taken from the optimiser.</summary>
    public OptimizerOptions Options { get; set; }

    public double LearningRate
    {
        get => Options.LearningRate!.Value;
        set => Options.LearningRate = value;
    }

    public double InitialLearningRate
    {
        get => Options.InitialLearningRate!.Value;
        set => Options.InitialLearningRate = value;
    }
}
