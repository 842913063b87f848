using System.Diagnostics;
using DiagCodec.Imaging.Faults;
using TorchSharp;

namespace DiagCodec.Networks.State;

/// <summary>Whether the library that networks run on is here.</summary>
public static class Libtorch
{
    private const string LibraryFile = "libtorch_cpu.so";

    /// <summary>Loads it. The name of the loaded file tells the version, for example 1.13.0; where it does not, as in NuGet's packages, null.</summary>
    /// <exception cref="ToolException">It is missing or cannot be loaded.</exception>
    public static string? Version()
    {
        try
        {
            torch.get_num_threads();
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException or TypeInitializationException or NotSupportedException)
        {
            throw new ToolException(Words(e), e);
        }

        using var process = Process.GetCurrentProcess();
        var loaded = process.Modules.Cast<ProcessModule>().Select(m => Path.GetFileName(m.FileName)).FirstOrDefault(n => n.StartsWith(LibraryFile, StringComparison.Ordinal));
        return loaded?.Length > LibraryFile.Length + 1 ? loaded[(LibraryFile.Length + 1)..] : null;
    }

    private static string Words(Exception fault) => (fault.InnerException is { } inner && fault is TypeInitializationException ? inner : fault).Message.ReplaceLineEndings(" ");
}
