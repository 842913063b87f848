using DiagCodec.Imaging.Dicom.Gdcm;
using DiagCodec.Imaging.Faults;

namespace DiagCodec.Imaging.Dicom;

/// <summary>What stands behind the reading and writing of DICOM.</summary>
public static class DicomSupport
{
    /// <summary>Name and version of the library.</summary>
    /// <exception cref="ToolException">It is not installed.</exception>
    public static string LibraryVersion() => GdcmLibrary.Version();
}
