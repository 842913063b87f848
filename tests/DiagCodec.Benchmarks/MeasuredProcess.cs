using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace DiagCodec.Benchmarks;

/// <summary>Runs a program to its end and measures it by Linux's own books.</summary>
internal static partial class MeasuredProcess
{
    private const int Children = -1;
    private const int PollMilliseconds = 5;

    /// <param name="input">A file for standard input; null for none.</param>
    /// <param name="words">The program and its arguments.</param>
    public static Measurement Run(string? input, params string[] words)
    {
        // The shell only connects the file and is replaced by the program.
        string[] shell = ["-c", "exec \"$@\" < \"$0\"", input ?? "/dev/null", .. words];
        var start = new ProcessStartInfo("/bin/sh", shell) { RedirectStandardOutput = true, RedirectStandardError = true };
        var cpuBefore = ChildrenSeconds();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        while (!process.WaitForExit(PollMilliseconds))
        {
            peak = Math.Max(peak, PeakKilobytes(process.Id));
        }

        process.WaitForExit();
        var seconds = clock.Elapsed.TotalSeconds;
        output.Wait();
        return process.ExitCode == 0
            ? new Measurement(seconds, ChildrenSeconds() - cpuBefore, peak / 1024.0)
            : throw new InvalidOperationException($"{string.Join(' ', words)}: exit code {process.ExitCode}: {error.Result}");
    }

    /// <summary>VmHWM only grows, so the last look before the end is the answer.</summary>
    private static long PeakKilobytes(int process)
    {
        try
        {
            var line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static double ChildrenSeconds()
    {
        if (GetResourceUsage(Children, out var usage) != 0)
        {
            throw new InvalidOperationException("getrusage failed");
        }

        return usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetResourceUsage(int who, out ResourceUsage usage);

    /// <summary>struct rusage: two struct timeval, then 14 numbers that are not used here.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct ResourceUsage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
        private Rest _rest;

        [System.Runtime.CompilerServices.InlineArray(14)]
        private struct Rest
        {
            private long _first;
        }
    }
}
