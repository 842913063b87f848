using System.Runtime.InteropServices;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Cli;

/// <summary>
/// Knows whether the user asked the program to stop. Ctrl-C on a terminal reaches the encoder and the decoder too, and their end may
/// be seen before the signal itself: such a fault is not theirs.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan SignalDelay = TimeSpan.FromMilliseconds(200);

    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;

    public Interruption() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Note),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Note),
    ];

    /// <summary>The fault itself, or the interruption behind it.</summary>
    public async Task<Exception> CauseOfAsync(Exception fault)
    {
        var mayBeInterruption = fault is ToolException or VerificationException or OutputException;
        return mayBeInterruption && await Task.WhenAny(_asked.Task, Task.Delay(SignalDelay)) == _asked.Task
            ? new OperationCanceledException("interrupted", fault)
            : fault;
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void Note(PosixSignalContext context)
    {
        // Unhandled signals would end the process before its temporary files are gone.
        context.Cancel = true;
        _asked.TrySetResult();
    }
}
