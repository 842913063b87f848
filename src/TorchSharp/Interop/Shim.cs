using System.Reflection;
using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>
/// The exports of torch-shim.so, found beside this assembly when the first of them is called. A failed call throws here, through the
/// marshallers: a null tensor or a status of -1 never reaches a caller.
/// </summary>
internal static partial class Shim
{
    internal const string Library = "torch-shim";
    internal const string Missing = "libtorch is not here; scripts/setup installs it";

    static Shim() => NativeLibrary.SetDllImportResolver(typeof(Shim).Assembly, Find);

    /// <summary>Handles that are alive in the shim, in the whole process.</summary>
    internal static long LiveTensors => ts_live_tensors();

    /// <summary>libtorch's message for the last failed call of this thread.</summary>
    internal static ExternalException LastError() => new(Marshal.PtrToStringUTF8(ts_last_error()) ?? "libtorch gave no reason");

    [LibraryImport(Library)]
    private static partial nint ts_last_error();

    [LibraryImport(Library)]
    internal static partial void ts_dispose(nint tensor);

    private static nint Find(string name, Assembly assembly, DllImportSearchPath? path) => name == Library ? Load(AppContext.BaseDirectory) : 0;

    /// <exception cref="DllNotFoundException">The shim or one of libtorch's libraries is missing or broken.</exception>
    internal static nint Load(string folder)
    {
        try
        {
            return NativeLibrary.Load(Path.Combine(folder, Library + ".so"));
        }
        catch (Exception fault) when (fault is DllNotFoundException or BadImageFormatException)
        {
            // The loader's own words name the library that is missing: the shim or one of libtorch's.
            throw new DllNotFoundException($"{Missing} ({fault.Message.ReplaceLineEndings(" ").Trim()})", fault);
        }
    }
}
