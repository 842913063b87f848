using System.Globalization;
using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Nifti;

namespace DiagCodec.Imaging.Phantom;

/// <summary>Writes synthetic patients as people get real ones: a DICOM series, and beside it the truth as a NIfTI label map.</summary>
public static class PhantomSeriesWriter
{
    public const string DicomFolder = "dicom";
    public const string LabelFile = "labels.nii.gz";

    /// <summary>patient-0001 and so on.</summary>
    public static string FolderName(int patient) => $"patient-{Number(patient)}";

    /// <param name="folder">Exists and is the patient's own; gets <see cref="DicomFolder"/> and <see cref="LabelFile"/>.</param>
    /// <param name="patient">1 and up; goes into the patient's name and ID.</param>
    /// <param name="options">Of this patient.</param>
    /// <param name="syntax">How the pixels are stored.</param>
    /// <param name="softwareVersion">Of diagcodec.</param>
    /// <param name="progress">Told the number of slices made, and of all.</param>
    /// <param name="cancellation">Ends the making and writing.</param>
    /// <exception cref="Faults.UsageException">An option is out of range.</exception>
    /// <exception cref="Faults.OutputException">A file cannot be written.</exception>
    public static void Write(
        string folder,
        int patient,
        PhantomOptions options,
        DicomOutputSyntax syntax,
        string softwareVersion,
        IProgress<(int Done, int Total)>? progress,
        CancellationToken cancellation)
    {
        var (volume, labels) = CtaPhantom.Create(options, progress, cancellation);
        var series = new NewDicomSeries
        {
            // Every option counts, so that scans that differ never share a UID.
            Seed = $"phantom {options}",
            PatientName = $"PHANTOM^{Number(patient)}",
            PatientId = $"PHANTOM-{Number(patient)}",
            SoftwareVersion = softwareVersion,
            StudyDescription = "Synthetic CT angiography",
            SeriesDescription = string.Create(CultureInfo.InvariantCulture, $"Synthetic CTA, seed {options.Seed}"),
            ContrastAgent = "SYNTHETIC",
            WindowCentre = 300,
            WindowWidth = 800,
            Syntax = syntax,
        };
        var dicom = Directory.CreateDirectory(Path.Combine(folder, DicomFolder)).FullName;
        DicomSeriesCreator.Write(volume, dicom, series, cancellation);
        NiftiVolumeWriter.Write(Path.Combine(folder, LabelFile), labels);
    }

    private static string Number(int patient) => patient.ToString("0000", CultureInfo.InvariantCulture);
}
