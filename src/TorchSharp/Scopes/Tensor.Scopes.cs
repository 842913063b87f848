namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Lets the outer scope own the tensor; without one, nobody does.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Lets no scope own the tensor.</summary>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }
    }
}
