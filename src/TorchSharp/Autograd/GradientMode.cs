using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Switches the recording of history for the running thread, and back when it is disposed.</summary>
internal sealed class GradientMode : IDisposable
{
    private readonly bool _before;
    private bool _disposed;

    internal GradientMode(bool enabled)
    {
        _before = torch.is_grad_enabled();
        Shim.ts_set_grad_enabled(enabled);
    }

    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            Shim.ts_set_grad_enabled(_before);
        }
    }
}
