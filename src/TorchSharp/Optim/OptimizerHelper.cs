using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What the optimisers share: groups, and a state for every parameter that can be saved and restored bit by bit.</summary>
public abstract class OptimizerHelper : optim.Optimizer
{
    private readonly Dictionary<Parameter, OptimizerState> _states = new(ReferenceEqualityComparer.Instance);

    public override void add_param_group(ParamGroup param_group)
    {
        param_group.Options = Complete(param_group.Options);
        param_group.Parameters = param_group.Parameters.ToArray();
        foreach (var parameter in param_group.Parameters)
        {
            if (!_states.TryAdd(parameter, NewState(parameter, param_group.Options)))
            {
                throw new ArgumentException("a parameter is in two groups", nameof(param_group));
            }
        }

        _parameter_groups.Add(param_group);
    }

    public override Tensor? step(Func<Tensor>? closure = null)
    {
        Tensor? loss = null;
        if (closure is not null)
        {
            using var _ = enable_grad();
            loss = closure();
        }

        foreach (var group in _parameter_groups)
        {
            Step(group);
        }

        return loss;
    }

    public virtual StateDictionary state_dict() =>
        new(_parameter_groups.Select(g => g.Options), parameters().Select(p => _states[p]));

    /// <summary>Takes over a copy of another optimiser's settings and state.</summary>
    /// <exception cref="ArgumentException">The groups or parameters differ in number.</exception>
    public virtual void load_state_dict(StateDictionary state_dict)
    {
        var own = this.state_dict();
        CheckFit(own, state_dict.Options.Count, state_dict.State.Count);
        foreach (var (mine, theirs) in own.Options.Zip(state_dict.Options))
        {
            mine.LoadStateDict(theirs);
        }

        foreach (var (mine, theirs) in own.State.Zip(state_dict.State))
        {
            mine.LoadStateDict(theirs);
        }
    }

    public void save_state_dict(string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        save_state_dict(writer);
    }

    public void save_state_dict(BinaryWriter writer)
    {
        writer.Write(GetType().Name);
        var own = state_dict();
        writer.Write(own.Options.Count);
        writer.Write(own.State.Count);
        own.Options.ForEach(o => o.SaveStateDict(writer));
        own.State.ForEach(s => s.SaveStateDict(writer));
        writer.Flush();
    }

    public void load_state_dict(string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        load_state_dict(reader);
    }

    /// <exception cref="InvalidDataException">Another kind of optimiser was saved, or its tensors have other shapes.</exception>
    /// <exception cref="ArgumentException">The groups or parameters differ in number.</exception>
    public void load_state_dict(BinaryReader reader)
    {
        var name = reader.ReadString();
        if (name != GetType().Name)
        {
            throw new InvalidDataException($"the state is one of {name}, not of {GetType().Name}");
        }

        var own = state_dict();
        CheckFit(own, reader.ReadInt32(), reader.ReadInt32());
        own.Options.ForEach(o => o.LoadStateDict(reader));
        own.State.ForEach(s => s.LoadStateDict(reader));
    }

    /// <summary>Moves the state to where the parameters went.</summary>
    public void to(Device device)
    {
        foreach (var state in _states.Values)
        {
            state.to(device);
        }
    }

    protected override void Dispose(bool disposing)
    {
        foreach (var state in _states.Values)
        {
            state.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Settings with nothing left open.</summary>
    private protected abstract OptimizerOptions Complete(OptimizerOptions? options);

    private protected abstract OptimizerState NewState(Parameter parameter, OptimizerOptions options);

    private protected abstract void Step(ParamGroup group);

    private protected TState[] States<TState>(ParamGroup group)
        where TState : OptimizerState => [.. group.Parameters.Select(p => (TState)_states[p])];

    private static void CheckFit(StateDictionary own, int groups, int parameters)
    {
        if (own.Options.Count != groups || own.State.Count != parameters)
        {
            throw new ArgumentException(
                $"the optimiser has {own.Options.Count} groups and {own.State.Count} parameters, the state {groups} and {parameters}");
        }
    }
}
