using TorchSharp.Interop;

namespace TorchSharp.Modules;

/// <summary>What Adam and AdamW share: one native call updates all parameters of a group.</summary>
public abstract class AdamBase : OptimizerHelper
{
    private readonly AdamOptions _defaults;

    private protected AdamBase(AdamOptions defaults)
    {
        defaults.Complete(defaults);
        _defaults = defaults;
    }

    private protected abstract bool Decoupled { get; }

    private protected override OptimizerOptions Complete(OptimizerOptions? options)
    {
        var own = (AdamOptions?)options ?? new AdamOptions();
        own.Complete(_defaults);
        return own;
    }

    private protected override void Step(ParamGroup group)
    {
        var o = (AdamOptions)group.Options;
        var states = States<AdamState>(group);
        var steps = Array.ConvertAll(states, s => s.step);
        using var parameters = new Handles(group.Parameters);
        using var means = new Handles(states.Select(s => s.exp_avg));
        using var squares = new Handles(states.Select(s => s.exp_avg_sq));
        using var largest = new Handles(o.amsgrad!.Value ? states.Select(s => s.max_exp_avg_sq!) : []);
        Shim.ts_adam_step(
            parameters.Values, means.Values, squares.Values, largest.Values, steps, parameters.Count, o.LearningRate!.Value, o.beta1!.Value,
            o.beta2!.Value, o.eps!.Value, o.weight_decay!.Value, o.amsgrad.Value, Decoupled, o.maximize!.Value);
        for (var i = 0; i < states.Length; i++)
        {
            states[i].step = steps[i];
        }
    }
}
