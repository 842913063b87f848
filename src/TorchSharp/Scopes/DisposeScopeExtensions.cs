namespace TorchSharp;

/// <summary>Takes tensors out of the scope that would dispose them.</summary>
public static class TensorExtensionsForDisposeScopes
{
    /// <summary>Lets the outer scope own the tensor; without one, nobody does.</summary>
    public static T MoveToOuterDisposeScope<T>(this T tensor)
        where T : torch.Tensor
    {
        tensor.OwningDisposeScope?.MoveToOuter(tensor);
        return tensor;
    }

    public static T DetachFromDisposeScope<T>(this T tensor)
        where T : torch.Tensor
    {
        tensor.OwningDisposeScope?.Detach(tensor);
        return tensor;
    }
}
