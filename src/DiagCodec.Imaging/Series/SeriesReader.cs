using DiagCodec.Imaging.Dicom;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Nifti;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Y4m;

namespace DiagCodec.Imaging.Series;

/// <summary>Reads a series of any kind: names decide for NIfTI, Y4M and pictures, everything else is looked at as DICOM.</summary>
public static class SeriesReader
{
    /// <param name="path">DICOM folder, zip or file; .nii or .nii.gz; folder of PNG or JPEG, or one of them; .y4m.</param>
    /// <param name="seriesUid">DICOM only: needed where there are several series.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <param name="progress">Told the number of files read, and of all.</param>
    /// <param name="use">What is to become of colour in pictures.</param>
    /// <exception cref="InvalidInputException">There is nothing to code, or it is broken or not supported.</exception>
    public static ImageSeries Read(
        string path, string? seriesUid, CancellationToken cancellation, IProgress<(int Done, int Total)>? progress = null, PictureUse use = PictureUse.Grey)
    {
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            throw new InvalidInputException($"{path}: there is no such file or folder");
        }

        var name = path.ToLowerInvariant();
        var isFile = File.Exists(path);
        if (isFile && (name.EndsWith(".nii", StringComparison.Ordinal) || name.EndsWith(".nii.gz", StringComparison.Ordinal)))
        {
            return NiftiReader.Read(path);
        }

        if (isFile && name.EndsWith(".y4m", StringComparison.Ordinal))
        {
            return Y4mReader.Read(path);
        }

        return (isFile ? PictureSeriesReader.IsPictureName(path) : IsPictureFolder(path))
            ? PictureSeriesReader.Read(path, use)
            : DicomSeriesReader.Read(path, seriesUid, cancellation, progress);
    }

    /// <summary>A folder of DICOM files may hold a picture or two beside them; a folder of pictures holds nothing else of note.</summary>
    private static bool IsPictureFolder(string folder)
    {
        var files = Directory.EnumerateFiles(folder).Where(f => !Path.GetFileName(f).StartsWith('.')).ToList();
        return files.Count > 0 && 2 * files.Count(PictureSeriesReader.IsPictureName) > files.Count;
    }
}
