using System.Runtime.InteropServices.Marshalling;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An array of numbers with its gradient's history. It owns native memory: dispose it, or let a <see cref="DisposeScope"/> do that;
    /// the finaliser is the last resort, because the garbage collector does not see that memory.
    /// </summary>
    [NativeMarshalling(typeof(TensorMarshaller))]
    public partial class Tensor : IDisposable
    {
        private nint _handle;

        internal Tensor(nint handle)
        {
            _handle = handle;
            DisposeScopes.Innermost?.Hold(this);
        }

        ~Tensor() => Dispose(false);

        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public nint Handle => _handle != 0 ? _handle : throw new ObjectDisposedException(GetType().Name, "the tensor was disposed");

        public bool IsInvalid => _handle == 0;

        internal DisposeScope? OwningDisposeScope { get; set; }

        public void Dispose()
        {
            OwningDisposeScope?.Release(this);
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Gives the handle up without freeing it.</summary>
        internal nint TakeHandle()
        {
            var handle = Handle;
            OwningDisposeScope?.Release(this);
            _handle = 0;
            GC.SuppressFinalize(this);
            return handle;
        }

        protected virtual void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0)
            {
                Shim.ts_dispose(handle);
            }
        }
    }
}
