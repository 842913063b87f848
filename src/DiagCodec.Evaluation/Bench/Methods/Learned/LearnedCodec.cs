using DiagCodec.Evaluation.Bench.Experiments;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Evaluation.Bench.Methods.Learned;

/// <summary>Learned codecs in experiments: codec "learned", a model, and its qualities as the grid.</summary>
public static class LearnedCodec
{
    private const int MostQualities = 64;

    public static CodecEntry Entry { get; } = new("learned", "quality", 1, MostQualities, true, ["model", "window", "tuned"], Create);

    /// <summary>The model is opened when it is first needed.</summary>
    private static LearnedMethod Create(MethodSetting setting) => setting.Model is { Length: > 0 } model
        ? new LearnedMethod(setting, model)
        : throw new UsageException("model: expected the name of a learned codec's model, or with a slash its folder");
}
