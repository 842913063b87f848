using TorchSharp;
using static TorchSharp.torch;

namespace DiagCodec.Networks.State;

/// <summary>
/// Parts of a network's work beside each other, each operation of them on one thread: pays where an operation is too short for libtorch to
/// share it out. Nothing of a result depends on the number of threads. Meanwhile libtorch's number of threads, which belongs to the process, is 1: only for those
/// who have libtorch to themselves.
/// </summary>
public static class SideBySide
{
    /// <summary>As many parts at once as libtorch has threads; on another device than the CPU, one after the other.</summary>
    /// <param name="parts">How many.</param>
    /// <param name="device">Where the network lies.</param>
    /// <param name="part">What to do for one; of its own thread's scopes and gradient mode, writing nothing that another part writes.</param>
    /// <exception cref="AggregateException">Parts failed; the others have ended.</exception>
    public static void Run(int parts, Device device, Action<int> part)
    {
        var threads = Math.Min(get_num_threads(), parts);
        if (threads <= 1 || device.type != DeviceType.CPU)
        {
            for (var i = 0; i < parts; i++)
            {
                part(i);
            }

            return;
        }

        var before = get_num_threads();
        try
        {
            var next = -1;

            // Threads of the pool would keep the one thread of theirs for whoever comes after.
            Task.WaitAll([.. Enumerable.Range(0, threads).Select(_ => Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))]);

            void Work()
            {
                set_num_threads(1);
                for (var i = Interlocked.Increment(ref next); i < parts; i = Interlocked.Increment(ref next))
                {
                    part(i);
                }
            }
        }
        finally
        {
            set_num_threads(before);
        }
    }
}
