using System.Runtime.InteropServices.Marshalling;

namespace TorchSharp.Interop;

/// <summary>An argument that may be absent.</summary>
[CustomMarshaller(typeof(torch.Tensor), MarshalMode.ManagedToUnmanagedIn, typeof(Argument))]
internal static class OptionalTensor
{
    internal ref struct Argument
    {
        private torch.Tensor? _tensor;

        public void FromManaged(torch.Tensor? tensor) => _tensor = tensor;

        public readonly nint ToUnmanaged() => _tensor is null ? 0 : _tensor.Handle;

        public readonly void Free() => GC.KeepAlive(_tensor);
    }
}
