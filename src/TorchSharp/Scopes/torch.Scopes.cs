namespace TorchSharp;

public static partial class torch
{
    /// <summary>Opens a scope; tensors that this thread makes until it is disposed are disposed with it.</summary>
    public static DisposeScope NewDisposeScope() => DisposeScopes.Begin();

    /// <summary>Runs a function in a scope of its own; its result moves to the outer one.</summary>
    public static T WrappedTensorDisposeScope<T>(Func<T> expr)
        where T : IDisposable
    {
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(expr());
    }
}
