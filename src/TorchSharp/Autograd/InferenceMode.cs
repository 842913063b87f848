using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>libtorch's inference mode for the running thread, until it is disposed.</summary>
internal sealed class InferenceMode(bool enabled) : IDisposable
{
    private nint _handle = Shim.ts_inference_begin(enabled);

    public void Dispose()
    {
        if (_handle != 0)
        {
            Shim.ts_inference_end(_handle);
            _handle = 0;
        }
    }
}
