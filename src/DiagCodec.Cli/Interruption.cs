using System.Runtime.InteropServices;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Cli;

/// <summary>
/// Ctrl-C and SIGTERM, from the first moment of a command on: System.CommandLine listens only from the first wait of a command on, and
/// a signal before would leave temporary files. A second signal ends the process at once.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan SignalDelay = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _asked = new();
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
    ];

    public CancellationToken Token => _asked.Token;

    /// <summary>
    /// The fault itself, or the interruption behind it: Ctrl-C on a terminal reaches the encoder and the decoder too, and their end
    /// may be seen before the signal.
    /// </summary>
    public async Task<Exception> CauseOfAsync(Exception fault)
    {
        if (fault is not (ToolException or VerificationException or OutputException))
        {
            return fault;
        }

        await Task.Delay(SignalDelay, _asked.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _asked.IsCancellationRequested ? new OperationCanceledException("interrupted", fault) : fault;
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        _asked.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = !_asked.IsCancellationRequested;
        _asked.Cancel();
    }
}
