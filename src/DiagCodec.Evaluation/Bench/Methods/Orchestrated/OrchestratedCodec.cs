using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.Orchestrated;

/// <summary>Orchestrated compression in experiments: codec "orchestrated", a model or a folder of models, and their numbers as the grid.</summary>
public static class OrchestratedCodec
{
    private const int MostModels = 64;

    public static CodecEntry Entry { get; } = new("orchestrated", "model", 1, MostModels, true, ["model"], Create);

    /// <summary>Models are opened when they are first needed.</summary>
    private static OrchestratedMethod Create(MethodSetting setting) => setting.Model is { Length: > 0 } model
        ? new OrchestratedMethod(setting, model)
        : throw new UsageException("model: expected the name or folder of an orchestrated model, or a folder of several");
}
