using System.Runtime.InteropServices;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Dicom.Gdcm;

/// <summary>Finds GDCM's native half, which lies beside its managed half where the dynamic linker does not look, and silences its log.</summary>
internal static class GdcmNative
{
    private const string Folder = "/usr/lib/cli/gdcm-sharp-3.0";
    private static readonly Lazy<bool> Loaded = new(Load);

    /// <exception cref="ToolException">The library is not there.</exception>
    public static void Ensure() => _ = Loaded.Value;

    private static bool Load()
    {
        try
        {
            NativeLibrary.SetDllImportResolver(typeof(gdcm.Tag).Assembly, static (name, assembly, _) =>
                NativeLibrary.TryLoad(Path.Combine(Folder, $"lib{name}.so"), out var library) ? library : nint.Zero);
            gdcm.Trace.DebugOff();
            gdcm.Trace.WarningOff();
            gdcm.Trace.ErrorOff();
            return true;
        }
        catch (Exception e) when (e is DllNotFoundException or FileNotFoundException or TypeInitializationException)
        {
            throw new ToolException("the DICOM library GDCM is missing (Debian package libgdcm-cil); run scripts/setup", e);
        }
    }
}
