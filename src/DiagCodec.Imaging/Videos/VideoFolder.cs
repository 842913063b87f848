using System.Globalization;
using DiagCodec.Imaging.Faults;
using DiagCodec.Imaging.Pictures;
using DiagCodec.Imaging.Volumes;

namespace DiagCodec.Imaging.Videos;

/// <summary>
/// Videos with masks as the DAVIS data sets lay them out: JPEGImages/480p/VIDEO/00000.png and Annotations/480p/VIDEO/00000.png, the
/// latter with object numbers that a palette colours.
/// </summary>
public static class VideoFolder
{
    public const string Images = "JPEGImages/480p";
    public const string Annotations = "Annotations/480p";

    /// <summary>Black, and the dark red that DAVIS gives its first object.</summary>
    private static ReadOnlySpan<byte> Palette => [0, 0, 0, 128, 0, 0];

    /// <summary>video-0001 and so on.</summary>
    public static string VideoName(int video) => $"video-{video.ToString("0000", CultureInfo.InvariantCulture)}";

    /// <param name="root">Of the data set; exists.</param>
    /// <param name="video">1 and up; no video of that number is there yet.</param>
    /// <param name="options">Of this video.</param>
    /// <param name="progress">Told the number of frames made, and of all.</param>
    /// <param name="cancellation">Ends the making and writing.</param>
    /// <exception cref="UsageException">An option is out of range.</exception>
    /// <exception cref="OutputException">A file cannot be written.</exception>
    public static void Write(string root, int video, VideoOptions options, IProgress<(int Done, int Total)>? progress, CancellationToken cancellation)
    {
        var (volume, labels) = MovingVideo.Create(options, progress, cancellation);
        var (images, annotations) = (Path.Combine(root, Images, VideoName(video)), Path.Combine(root, Annotations, VideoName(video)));
        try
        {
            Directory.CreateDirectory(images);
            Directory.CreateDirectory(annotations);
            for (var frame = 0; frame < volume.Slices; frame++)
            {
                cancellation.ThrowIfCancellationRequested();
                var name = $"{frame.ToString("00000", CultureInfo.InvariantCulture)}.png";
                using (var file = new FileStream(Path.Combine(images, name), FileMode.CreateNew, FileAccess.Write))
                {
                    PngEncoder.Write(file, volume.Columns, volume.Rows, PngPixelFormat.Grey8, volume.SliceBytes(frame));
                }

                using var mask = new FileStream(Path.Combine(annotations, name), FileMode.CreateNew, FileAccess.Write);
                PngEncoder.WriteIndexed(mask, volume.Columns, volume.Rows, Palette, labels.Slice(frame));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException($"{root}: cannot be written: {e.Message}", e);
        }
    }
}
