using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Nifti;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.EndToEnd.Support;

/// <summary>Inputs that tests make for themselves.</summary>
internal static class SmallInputs
{
    public static string Nifti(Scratch scratch, Volume? volume = null, string name = "volume.nii")
    {
        var path = scratch.Path(name);
        NiftiVolumeWriter.Write(path, volume ?? SyntheticVolume.Make());
        return path;
    }

    public static string Dicom(Scratch scratch, Volume? volume = null, string name = "series")
    {
        var folder = scratch.MakeFolder(name);
        var series = new NewDicomSeries { Seed = name, PatientName = "TEST^ONE", PatientId = "T1", SoftwareVersion = "1" };
        DicomSeriesCreator.Write(volume ?? SyntheticVolume.Make(), folder, series, CancellationToken.None);
        return folder;
    }
}
