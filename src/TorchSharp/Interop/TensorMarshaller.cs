using System.Runtime.InteropServices.Marshalling;

namespace TorchSharp.Interop;

/// <summary>Tensors on their way to libtorch and back. The finaliser of an argument waits until the call has ended.</summary>
[CustomMarshaller(typeof(torch.Tensor), MarshalMode.ManagedToUnmanagedIn, typeof(Argument))]
[CustomMarshaller(typeof(torch.Tensor), MarshalMode.ManagedToUnmanagedOut, typeof(Result))]
internal static class TensorMarshaller
{
    internal ref struct Argument
    {
        private torch.Tensor? _tensor;

        public void FromManaged(torch.Tensor tensor)
        {
            ArgumentNullException.ThrowIfNull(tensor);
            _tensor = tensor;
        }

        public readonly nint ToUnmanaged() => _tensor!.Handle;

        public readonly void Free() => GC.KeepAlive(_tensor);
    }

    internal static class Result
    {
        public static torch.Tensor ConvertToManaged(nint handle) => handle == 0 ? throw Shim.LastError() : new torch.Tensor(handle);
    }
}
