namespace TorchSharp;

/// <summary>
/// Disposes what was made on its thread while it was the innermost scope, unless that was moved out or detached.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly HashSet<IDisposable> _held = new(ReferenceEqualityComparer.Instance);
    private bool _disposed;

    internal DisposeScope(DisposeScope? outer) => OuterScope = outer;

    internal DisposeScope? OuterScope { get; }

    public int DisposablesCount => _held.Count;

    public IReadOnlyList<IDisposable> DisposablesView => [.. _held];

    public bool Contains(IDisposable disposable) => _held.Contains(disposable);

    /// <summary>Adds something that is no tensor, or a tensor from elsewhere.</summary>
    public T Include<T>(T disposable)
        where T : IDisposable
    {
        Hold(disposable);
        return disposable;
    }

    public T MoveToOuter<T>(T disposable)
        where T : IDisposable
    {
        MoveToOther(OuterScope, disposable);
        return disposable;
    }

    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        if (Release(disposable))
        {
            scope?.Hold(disposable);
        }

        return disposable;
    }

    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        Release(disposable);
        return disposable;
    }

    public void Attach(IDisposable disposable) => Hold(disposable);

    /// <summary>Disposes all that the scope holds; the scope goes on.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        foreach (var disposable in _held.Where(held => !keep.Contains(held)).ToArray())
        {
            Release(disposable);
            disposable.Dispose();
        }
    }

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            DisposeEverything();
            DisposeScopes.Remove(this);
        }
    }

    internal void Hold(IDisposable disposable)
    {
        if (disposable is torch.Tensor tensor)
        {
            tensor.OwningDisposeScope?._held.Remove(tensor);
            tensor.OwningDisposeScope = this;
        }

        _held.Add(disposable);
    }

    internal bool Release(IDisposable disposable)
    {
        if (!_held.Remove(disposable))
        {
            return false;
        }

        if (disposable is torch.Tensor tensor)
        {
            tensor.OwningDisposeScope = null;
        }

        return true;
    }
}
