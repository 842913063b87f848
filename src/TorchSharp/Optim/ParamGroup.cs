namespace TorchSharp.Modules;

/// <summary>Parameters that share their settings.</summary>
public class ParamGroup : torch.optim.ILearningRateController
{
    public ParamGroup(IEnumerable<Parameter> parameters, OptimizerOptions? options = null) => (Parameters, Options) = ([.. parameters], options!);

    public IEnumerable<Parameter> Parameters { get; }

    public OptimizerOptions Options { get; internal set; }

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
