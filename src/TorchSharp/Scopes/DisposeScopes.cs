namespace TorchSharp;

/// <summary>The scopes of the running thread, innermost last.</summary>
internal static class DisposeScopes
{
    [ThreadStatic]
    private static List<DisposeScope>? _open;

    internal static DisposeScope? Innermost => _open is { Count: > 0 } ? _open[^1] : null;

    internal static DisposeScope Begin()
    {
        var scope = new DisposeScope(Innermost);
        (_open ??= []).Add(scope);
        return scope;
    }

    internal static void Remove(DisposeScope scope) => _open?.Remove(scope);
}
